package io.dateline.sink.store;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * Writes rows that are known to be new by binary COPY, the fastest way in.
 *
 * @param <T> what one row is made of
 */
final class BulkCopy<T> {
  private static final int BUFFER_BYTES = 256 * 1024;
  private static final byte[] SIGNATURE =
      "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);

  private final List<Column<T>> columns;
  private final String sql;

  BulkCopy(String table, List<Column<T>> columns) {
    this.columns = List.copyOf(columns);
    String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
    sql = "COPY %s (%s) FROM STDIN (FORMAT binary)".formatted(table, names);
  }

  /** Writes the rows; fails when one of them is there already. */
  void execute(Connection connection, List<T> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    PGConnection postgres = connection.unwrap(PGConnection.class);
    try (PGCopyOutputStream copy = new PGCopyOutputStream(postgres, sql, BUFFER_BYTES)) {
      DataOutputStream out = new DataOutputStream(new BufferedOutputStream(copy, BUFFER_BYTES));
      out.write(SIGNATURE);
      out.writeInt(0);
      out.writeInt(0);
      for (T row : rows) {
        write(out, row);
      }
      out.writeShort(-1);
      out.flush();
      copy.endCopy();
    } catch (IOException e) {
      throw e.getCause() instanceof SQLException cause
          ? cause
          : new SQLException("COPY broke off: " + e.getMessage(), "08006", e);
    }
  }

  private void write(DataOutputStream out, T row) throws IOException {
    out.writeShort(columns.size());
    for (Column<T> column : columns) {
      Object value = column.value().apply(row);
      if (value == null) {
        out.writeInt(-1);
      } else {
        column.type().write(out, value);
      }
    }
  }
}
