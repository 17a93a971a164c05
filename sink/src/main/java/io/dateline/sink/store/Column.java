package io.dateline.sink.store;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table that is written in bulk.
 *
 * @param <T> what one row is made of
 * @param name in the table
 * @param type of the values
 * @param value the value for a row, of the class that the type names; may be null
 */
record Column<T>(String name, ColumnType type, Function<T, @Nullable Object> value) {}
