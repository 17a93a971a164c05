/** Follows the channels: which offset is next is told by the database alone. */
@NullMarked
package io.dateline.sink.consume;

import org.jspecify.annotations.NullMarked;
