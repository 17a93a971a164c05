/** The {@code dateline} command: every verb, and what they share. */
@NullMarked
package io.dateline.app;

import org.jspecify.annotations.NullMarked;
