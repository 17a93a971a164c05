/** Alerts: what watches caught goes out as webhooks and e-mails, again and again until taken. */
@NullMarked
package io.dateline.serve.alert;

import org.jspecify.annotations.NullMarked;
