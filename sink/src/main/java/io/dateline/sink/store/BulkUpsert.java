package io.dateline.sink.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows that replace others by one statement: a column is one array parameter, {@code unnest}
 * makes rows of them.
 *
 * @param <T> what one row is made of
 */
final class BulkUpsert<T> {
  private final List<Column<T>> columns;
  private final String sql;

  /**
   * An upsert.
   *
   * @param columns of the table; the row is named n
   * @param key columns of the primary key
   */
  BulkUpsert(String table, List<Column<T>> columns, String key) {
    this.columns = List.copyOf(columns);
    String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
    String values = columns.stream().map(BulkUpsert::select).collect(Collectors.joining(", "));
    String arrays = columns.stream().map(c -> "?::text[]").collect(Collectors.joining(", "));
    String sets =
        columns.stream()
            .map(c -> c.name() + " = excluded." + c.name())
            .collect(Collectors.joining(", "));
    sql =
        """
        INSERT INTO %s (%s) SELECT %s FROM unnest(%s) AS n(%s)
        ON CONFLICT (%s) DO UPDATE SET %s, stored_at = clock_timestamp()\
        """
            .formatted(table, names, values, arrays, names, key, sets);
  }

  private static String select(Column<?> column) {
    return column.type() == ColumnType.TEXTS
        ? "string_to_array(n." + column.name() + ", E'\\x1f')"
        : "n." + column.name() + "::" + column.type().sql();
  }

  /** Writes the rows, each key once. */
  void execute(Connection connection, List<T> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < columns.size(); i++) {
        statement.setArray(i + 1, array(connection, columns.get(i), rows));
      }
      statement.executeUpdate();
    }
  }

  private static <T> Array array(Connection connection, Column<T> column, List<T> rows)
      throws SQLException {
    @Nullable String[] values = new String[rows.size()];
    for (int i = 0; i < values.length; i++) {
      Object value = column.value().apply(rows.get(i));
      values[i] = value == null ? null : ColumnType.text(column.type().literal(value));
    }
    return connection.createArrayOf("text", values);
  }
}
