/** When to do what: poll intervals, repeated looks, pauses between requests. Pure. */
@NullMarked
package io.dateline.ingest.schedule;

import org.jspecify.annotations.NullMarked;
