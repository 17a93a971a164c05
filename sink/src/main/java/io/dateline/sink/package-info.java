/** The sink service: stores the enriched and the rejected channel in PostgreSQL. */
@NullMarked
package io.dateline.sink;

import org.jspecify.annotations.NullMarked;
