/** Watches: saved queries, what they catch, and the channels that keep both. */
@NullMarked
package io.dateline.serve.watch;

import org.jspecify.annotations.NullMarked;
