package io.dateline.sink.store;

import io.dateline.model.Rejection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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
    Known known = Known.of(connection, batch.newest());
    ArticleTables.NEW_VERSIONS.execute(connection, known.newVersions(batch.versions()));
    ArticleTables.CHANGED_VERSIONS.execute(connection, known.changedVersions(batch.versions()));
    List<Change.Put> added = known.newArticles(batch.newest());
    List<Change.Put> newer = known.newerArticles(batch.newest());
    ArticleTables.NEW_ARTICLES.execute(connection, added);
    ArticleTables.NEWER_ARTICLES.execute(connection, newer);
    deleteById(connection, "article_tag", "article_id", ids(newer));
    List<TagRow> tags = new ArrayList<>();
    added.forEach(put -> tags.addAll(TagRow.of(put)));
    newer.forEach(put -> tags.addAll(TagRow.of(put)));
    TagRow.NEW_TAGS.execute(connection, tags);
    StoryLinkRow.LINKS.execute(connection, StoryLinkRow.of(batch));
    reject(connection, batch.rejects());
  }

  private static List<String> ids(List<Change.Put> puts) {
    return puts.stream().map(put -> put.id().toString()).toList();
  }

  private static void erase(Connection connection, List<Change.Erase> erased) throws SQLException {
    List<String> ids = erased.stream().map(e -> e.id().toString()).toList();
    deleteById(connection, "article_tag", "article_id", ids);
    deleteById(connection, "article_version", "article_id", ids);
    deleteById(connection, "article", "id", ids);
    List<String> uris = erased.stream().map(Change.Erase::uri).toList();
    delete(connection, "DELETE FROM rejected WHERE subject = ANY (?::text[])", uris);
  }

  private static void deleteById(
      Connection connection, String table, String column, List<String> ids) throws SQLException {
    delete(connection, "DELETE FROM %s WHERE %s = ANY (?::uuid[])".formatted(table, column), ids);
  }

  private static void delete(Connection connection, String sql, List<String> values)
      throws SQLException {
    if (values.isEmpty()) {
      return;
    }
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
    statement.setString(7, ColumnType.text(rejection.detail()));
    statement.setString(8, ColumnType.text(rejection.subject()));
    String origin = rejection.origin();
    statement.setString(9, origin == null ? null : ColumnType.text(origin));
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
