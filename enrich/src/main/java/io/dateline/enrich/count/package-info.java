/** Counts of articles by hour and day: the topology from the enriched to the counts channel. */
@NullMarked
package io.dateline.enrich.count;

import org.jspecify.annotations.NullMarked;
