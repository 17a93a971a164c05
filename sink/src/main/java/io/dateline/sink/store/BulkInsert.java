package io.dateline.sink.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Inserts many rows by one statement: a column is one array parameter, {@code unnest} makes rows of
 * them. One round trip and one plan, whatever the number of rows.
 *
 * @param <T> what one row is made of
 */
final class BulkInsert<T> {

  /** Parts the elements of a text array inside one text. */
  static final String SEPARATOR = "\u001f";

  private final List<Column<T>> columns;
  private final String sql;

  /**
   * One column.
   *
   * @param name in the table and in the row {@code n}
   * @param type what the value is cast to; "text[]" takes texts joined by {@link #SEPARATOR}
   * @param value null, text, number or boolean
   */
  record Column<T>(String name, String type, Function<T, @Nullable Object> value) {

    String select() {
      return switch (type) {
        case "text[]" -> "string_to_array(n." + name + ", E'\\x1f')";
        default -> "n." + name + "::" + type;
      };
    }

    String elementType() {
      return switch (type) {
        case "integer", "smallint", "bigint", "boolean" -> type;
        default -> "text";
      };
    }
  }

  /**
   * An insert.
   *
   * @param columns of the table; the row is named n
   * @param tail condition, conflict and returning clauses
   */
  BulkInsert(String table, List<Column<T>> columns, String tail) {
    this.columns = List.copyOf(columns);
    String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
    String values = columns.stream().map(Column::select).collect(Collectors.joining(", "));
    String arrays =
        columns.stream().map(c -> "?::" + c.elementType() + "[]").collect(Collectors.joining(", "));
    sql =
        "INSERT INTO %s (%s) SELECT %s FROM unnest(%s) AS n(%s) %s"
            .formatted(table, names, values, arrays, names, tail);
  }

  /** Inserts the rows and gives the first returned column of each row written, if any. */
  List<String> execute(Connection connection, List<T> rows) throws SQLException {
    List<String> returned = new ArrayList<>();
    if (rows.isEmpty()) {
      return returned;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < columns.size(); i++) {
        statement.setArray(i + 1, array(connection, columns.get(i), rows));
      }
      if (statement.execute()) {
        var result = statement.getResultSet();
        while (result.next()) {
          returned.add(result.getString(1));
        }
      }
    }
    return returned;
  }

  private static <T> Array array(Connection connection, Column<T> column, List<T> rows)
      throws SQLException {
    @Nullable Object[] values = new Object[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = storable(column.value().apply(rows.get(i)));
    }
    return connection.createArrayOf(column.elementType(), values);
  }

  private static @Nullable Object storable(@Nullable Object value) {
    return value == null || value instanceof Number || value instanceof Boolean
        ? value
        : text(value.toString());
  }

  /** A text as PostgreSQL takes it: it has no NUL, and UTF-8 no half surrogates. */
  static String text(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || Character.isSurrogate(c)) {
        return wellFormed(text);
      }
    }
    return text;
  }

  private static String wellFormed(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> c != 0)
        .forEach(c ->
            clean.appendCodePoint(
                c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c));
    return clean.toString();
  }
}
