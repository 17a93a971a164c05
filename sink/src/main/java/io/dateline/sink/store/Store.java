package io.dateline.sink.store;

import io.dateline.model.Rejection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Writes changes and the offset behind them in one transaction. The offset moves by
 * compare-and-set: whoever lost a partition without knowing it can write nothing.
 */
public final class Store {
  private static final String MOVE =
      """
      UPDATE sink_offset SET next_offset = ?, moved_at = clock_timestamp()
       WHERE channel = ? AND topic_id = ? AND partition = ? AND next_offset = ?\
      """;
  private static final String START =
      """
      INSERT INTO sink_offset (channel, topic_id, partition, next_offset) VALUES (?, ?, ?, ?)
      ON CONFLICT DO NOTHING\
      """;
  private static final String READ =
      "SELECT next_offset FROM sink_offset WHERE channel = ? AND topic_id = ? AND partition = ?";
  private static final String REJECT =
      """
      INSERT INTO rejected (channel, channel_partition, channel_offset, topic_id, stage, reason,
        detail, subject, origin, source, payload, rejected_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz) ON CONFLICT DO NOTHING\
      """;

  private final DataSource source;

  /** A store behind a pool of connections. */
  public Store(DataSource source) {
    this.source = source;
  }

  /** The offset to go on at; the given one when the partition is new. */
  public long nextOffset(Partition partition, long otherwise) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(true);
      try (PreparedStatement start = connection.prepareStatement(START)) {
        bind(start, 1, partition);
        start.setLong(4, otherwise);
        start.executeUpdate();
      }
      try (PreparedStatement read = connection.prepareStatement(READ)) {
        bind(read, 1, partition);
        ResultSet rows = read.executeQuery();
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  /**
   * Writes all changes and moves the offset, or does nothing.
   *
   * @param from the offset that the database must have
   * @param to the offset it has afterwards
   * @return false when the database has another offset than {@code from}
   */
  public boolean write(Partition partition, long from, long to, List<Change> changes)
      throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        if (!move(connection, partition, from, to)) {
          connection.rollback();
          return false;
        }
        apply(connection, Batch.of(changes));
        connection.commit();
        return true;
      } catch (SQLException e) {
        rollback(connection, e);
        throw e;
      }
    }
  }

  private static void rollback(Connection connection, SQLException cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private static boolean move(Connection connection, Partition partition, long from, long to)
      throws SQLException {
    try (PreparedStatement move = connection.prepareStatement(MOVE)) {
      move.setLong(1, to);
      bind(move, 2, partition);
      move.setLong(5, from);
      return move.executeUpdate() == 1;
    }
  }

  private static void apply(Connection connection, Batch batch) throws SQLException {
    erase(connection, batch.erased());
    ArticleTables.VERSION.execute(connection, batch.versions());
    List<String> written = ArticleTables.ARTICLE.execute(connection, batch.newest());
    replaceTags(connection, batch.newest(), written);
    reject(connection, batch.rejects());
  }

  private static void replaceTags(
      Connection connection, List<Change.Put> newest, List<String> written) throws SQLException {
    if (written.isEmpty()) {
      return;
    }
    delete(connection, "DELETE FROM article_tag WHERE article_id = ANY (?::uuid[])", written);
    Set<UUID> ids = new HashSet<>();
    written.forEach(id -> ids.add(UUID.fromString(id)));
    List<TagRow> tags = new ArrayList<>();
    for (Change.Put put : newest) {
      if (ids.contains(put.id())) {
        tags.addAll(TagRow.of(put));
      }
    }
    TagRow.INSERT.execute(connection, tags);
  }

  private static void erase(Connection connection, List<Change.Erase> erased) throws SQLException {
    if (erased.isEmpty()) {
      return;
    }
    List<String> ids = erased.stream().map(e -> e.id().toString()).toList();
    delete(connection, "DELETE FROM article_tag WHERE article_id = ANY (?::uuid[])", ids);
    delete(connection, "DELETE FROM article_version WHERE article_id = ANY (?::uuid[])", ids);
    delete(connection, "DELETE FROM article WHERE id = ANY (?::uuid[])", ids);
    List<String> uris = erased.stream().map(Change.Erase::uri).toList();
    delete(connection, "DELETE FROM rejected WHERE subject = ANY (?::text[])", uris);
  }

  private static void delete(Connection connection, String sql, List<String> values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("text", values.toArray()));
      statement.executeUpdate();
    }
  }

  private static void reject(Connection connection, List<Change.Reject> rejects)
      throws SQLException {
    if (rejects.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(REJECT)) {
      for (Change.Reject reject : rejects) {
        bind(statement, reject);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void bind(PreparedStatement statement, Change.Reject reject) throws SQLException {
    Rejection rejection = reject.rejection();
    Position position = reject.position();
    statement.setString(1, position.partition().channel());
    statement.setInt(2, position.partition().number());
    statement.setLong(3, position.offset());
    statement.setString(4, position.partition().topicId());
    statement.setString(5, rejection.stage().id());
    statement.setString(6, rejection.reason().id());
    statement.setString(7, BulkInsert.text(rejection.detail()));
    statement.setString(8, BulkInsert.text(rejection.subject()));
    String origin = rejection.origin();
    statement.setString(9, origin == null ? null : BulkInsert.text(origin));
    statement.setString(10, rejection.source() == null ? null : rejection.source().value());
    statement.setBytes(11, rejection.payload());
    statement.setString(12, reject.at().toString());
  }

  private static void bind(PreparedStatement statement, int first, Partition partition)
      throws SQLException {
    statement.setString(first, partition.channel());
    statement.setString(first + 1, partition.topicId());
    statement.setInt(first + 2, partition.number());
  }
}
