package io.dateline.serve.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dateline.serve.format.ListedArticle;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Articles, their versions and stories out of the store of record. */
public final class ArticleStore {

  /** A query that runs longer is given up, in seconds. */
  static final int QUERY_SECONDS = 10;

  /** Most versions listed of one article. */
  static final int MAX_VERSIONS = 500;

  private static final String LISTED =
      "SELECT a.id, a.sorted_at, v.doc FROM article a"
          + " JOIN article_version v ON v.article_id = a.id AND v.version = a.version";

  private final DataSource database;

  /** A store in this database. */
  public ArticleStore(DataSource database) {
    this.database = database;
  }

  /**
   * One page of a list.
   *
   * @param articles newest first
   * @param next where the next page starts; null on the last
   */
  public record Page(List<ListedArticle> articles, @Nullable Cursor next) {}

  /**
   * One version of an article.
   *
   * @param version its number
   * @param event created, updated, corrected or withdrawn
   * @param status usable, withheld or canceled
   * @param ingestedAt when it reached the line
   * @param record the record of the enriched channel
   */
  @SuppressWarnings("ArrayRecordComponent") // the bytes are passed on, never compared
  public record Version(
      int version, String event, String status, Instant ingestedAt, byte[] record) {}

  /** The articles of a request, newest first. */
  public Page list(ListRequest request) throws SQLException {
    Conditions where =
        new Conditions()
            .filter(request.filter())
            .between(request.from(), request.to())
            .oneOf("a.story = ANY (?)", request.stories());
    if (request.firstOnly()) {
      where.and("a.copy_role IS DISTINCT FROM 'copy'");
    }
    Cursor cursor = request.cursor();
    if (cursor != null) {
      where.and("(a.sorted_at, a.id) < (?, ?)", Timestamp.from(cursor.sortedAt()), cursor.id());
    }
    String sql = LISTED + where.sql() + " ORDER BY a.sorted_at DESC, a.id DESC LIMIT ?";
    try (Connection connection = database.getConnection();
        PreparedStatement statement = prepare(connection, sql)) {
      where.bind(statement, 1);
      statement.setInt(where.size() + 1, request.limit() + 1);
      return page(listed(statement), request.limit());
    }
  }

  private static Page page(List<ListedArticle> found, int limit) {
    if (found.size() <= limit) {
      return new Page(found, null);
    }
    List<ListedArticle> articles = List.copyOf(found.subList(0, limit));
    ListedArticle last = articles.get(limit - 1);
    return new Page(articles, new Cursor(last.sortedAt(), last.id()));
  }

  /** The newest versions of these articles, in any order; unknown ids are left out. */
  public List<ListedArticle> findAll(List<UUID> ids) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = prepare(connection, LISTED + " WHERE a.id = ANY (?)")) {
      statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      return listed(statement);
    }
  }

  /** The articles with the same text as this one, the one seen first in front. */
  public List<ListedArticle> copies(UUID id) throws SQLException {
    String sql =
        LISTED
            + " WHERE a.copy_group = (SELECT copy_group FROM article WHERE id = ?)"
            + " ORDER BY a.copy_role DESC, a.sorted_at, a.id LIMIT "
            + ListRequest.MAX_LIMIT;
    try (Connection connection = database.getConnection();
        PreparedStatement statement = prepare(connection, sql)) {
      statement.setObject(1, id);
      return listed(statement);
    }
  }

  /** Walks over all articles by id, for an index that is built anew. Not thread-safe. */
  public Walk walk() {
    return new Walk();
  }

  /** Where a walk stands. */
  public final class Walk {
    private UUID last = new UUID(0, 0);

    private Walk() {}

    /** The next articles; none behind the last. */
    public List<ListedArticle> next() throws SQLException {
      String sql = LISTED + " WHERE a.id > ? ORDER BY a.id LIMIT " + ListRequest.MAX_LIMIT;
      try (Connection connection = database.getConnection();
          PreparedStatement statement = prepare(connection, sql)) {
        statement.setObject(1, last);
        List<ListedArticle> found = listed(statement);
        last = found.isEmpty() ? last : found.get(found.size() - 1).id();
        return found;
      }
    }
  }

  /** All versions of an article, newest first; empty when it is not known. */
  public List<Version> versions(UUID id) throws SQLException {
    String sql =
        "SELECT version, event, status, ingested_at, doc FROM article_version"
            + " WHERE article_id = ? ORDER BY version DESC LIMIT "
            + MAX_VERSIONS;
    try (Connection connection = database.getConnection();
        PreparedStatement statement = prepare(connection, sql)) {
      statement.setObject(1, id);
      List<Version> versions = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          versions.add(
              new Version(
                  rows.getInt(1),
                  rows.getString(2),
                  rows.getString(3),
                  rows.getTimestamp(4).toInstant(),
                  rows.getString(5).getBytes(UTF_8)));
        }
      }
      return versions;
    }
  }

  /** The newest version of an article. */
  public Optional<ListedArticle> find(UUID id) throws SQLException {
    return findAll(List.of(id)).stream().findFirst();
  }

  static PreparedStatement prepare(Connection connection, String sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setQueryTimeout(QUERY_SECONDS);
    return statement;
  }

  private static List<ListedArticle> listed(PreparedStatement statement) throws SQLException {
    List<ListedArticle> found = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        found.add(
            new ListedArticle(
                rows.getObject(1, UUID.class),
                rows.getTimestamp(2).toInstant(),
                rows.getString(3).getBytes(UTF_8)));
      }
    }
    return found;
  }
}
