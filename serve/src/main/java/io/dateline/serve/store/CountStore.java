package io.dateline.serve.store;

import io.dateline.query.TagFilter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Numbers of articles over time, and of sources and rejections. */
public final class CountStore {

  /** Most rows of one answer. */
  public static final int MAX_ROWS = 20_000;

  private final DataSource database;

  /** Counts of this database. */
  public CountStore(DataSource database) {
    this.database = database;
  }

  /** What articles are counted by. */
  public enum By {
    /** Media Topic, broader ones included. */
    TOPIC("unnest(a.topics)"),
    /** Country the article is about. */
    COUNTRY("unnest(a.countries)"),
    /** Language. */
    LANGUAGE("a.language"),
    /** Outlet. */
    SOURCE("coalesce(a.source, '')"),
    /** All in one. */
    ALL("''");

    private final String sql;

    By(String sql) {
      this.sql = sql;
    }

    /** The value of a row of {@code article a}; more than one row for arrays. */
    String sql() {
      return sql;
    }
  }

  /** How long one bar of a chart is. */
  public enum Interval {
    /** An hour. */
    HOUR("hour"),
    /** A day, in UTC. */
    DAY("day");

    private final String unit;

    Interval(String unit) {
      this.unit = unit;
    }
  }

  /**
   * What to count.
   *
   * @param by what articles are counted by
   * @param interval length of a window
   * @param filter which articles
   * @param from start, inclusive
   * @param to end, exclusive
   * @param firstOnly whether articles that copy an earlier one are left out
   */
  public record Request(
      By by,
      Interval interval,
      TagFilter filter,
      @Nullable Instant from,
      @Nullable Instant to,
      boolean firstOnly) {}

  /**
   * One number.
   *
   * @param start of the window
   * @param value code, language, source, or empty for all
   * @param articles with copies
   * @param withoutCopies one for each text
   */
  public record Count(Instant start, String value, long articles, long withoutCopies) {}

  /** Counts, the oldest window first. */
  public List<Count> count(Request request) throws SQLException {
    Conditions where =
        new Conditions()
            .and("a.status = 'usable'")
            .filter(request.filter())
            .between(request.from(), request.to());
    if (request.firstOnly()) {
      where.and("a.copy_role IS DISTINCT FROM 'copy'");
    }
    String sql =
        "SELECT date_trunc('"
            + request.interval().unit
            + "', a.sorted_at, 'UTC') AS start, "
            + request.by().sql
            + " AS value, count(*), count(*) FILTER (WHERE a.copy_role IS DISTINCT FROM 'copy')"
            + " FROM article a"
            + where.sql()
            + " GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2 LIMIT "
            + MAX_ROWS;
    try (Connection connection = database.getConnection();
        PreparedStatement statement = ArticleStore.prepare(connection, sql)) {
      where.bind(statement, 1);
      List<Count> counts = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          counts.add(
              new Count(
                  rows.getTimestamp(1).toInstant(),
                  rows.getString(2),
                  rows.getLong(3),
                  rows.getLong(4)));
        }
      }
      return counts;
    }
  }

  /**
   * How an outlet does.
   *
   * @param id the outlet; empty when unknown
   * @param articles stored of it
   * @param lastDay ingested in the last 24 hours
   * @param lastIngestedAt when the newest came in
   */
  public record Source(String id, long articles, long lastDay, @Nullable Instant lastIngestedAt) {}

  /** The outlets, most productive first. */
  public List<Source> sources() throws SQLException {
    String sql =
        "SELECT coalesce(source, ''), articles, articles_last_day, last_ingested_at"
            + " FROM source_freshness ORDER BY 2 DESC, 1 LIMIT "
            + MAX_ROWS;
    try (Connection connection = database.getConnection();
        PreparedStatement statement = ArticleStore.prepare(connection, sql);
        ResultSet rows = statement.executeQuery()) {
      List<Source> sources = new ArrayList<>();
      while (rows.next()) {
        var last = rows.getTimestamp(4);
        sources.add(
            new Source(
                rows.getString(1),
                rows.getLong(2),
                rows.getLong(3),
                last == null ? null : last.toInstant()));
      }
      return sources;
    }
  }

  /**
   * How many left the line.
   *
   * @param stage where
   * @param reason why
   * @param rejected how many
   */
  public record Rejected(String stage, String reason, long rejected) {}

  /** Rejections by stage and reason, most frequent first. */
  public List<Rejected> rejections() throws SQLException {
    String sql = "SELECT stage, reason, count(*) FROM rejected GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2";
    try (Connection connection = database.getConnection();
        PreparedStatement statement = ArticleStore.prepare(connection, sql);
        ResultSet rows = statement.executeQuery()) {
      List<Rejected> rejected = new ArrayList<>();
      while (rows.next()) {
        rejected.add(new Rejected(rows.getString(1), rows.getString(2), rows.getLong(3)));
      }
      return rejected;
    }
  }

  /**
   * How far the sink has stored a channel.
   *
   * @param channel Kafka topic
   * @param positions next positions of all partitions together
   */
  public record Stored(String channel, long positions) {}

  /** How far the sink is; a channel that was made anew counts from its newest beginning. */
  public List<Stored> stored() throws SQLException {
    String sql =
        "SELECT channel, sum(next_offset) FROM (SELECT DISTINCT ON (channel, partition) channel,"
            + " next_offset FROM sink_offset ORDER BY channel, partition, moved_at DESC) AS newest"
            + " GROUP BY channel ORDER BY channel";
    try (Connection connection = database.getConnection();
        PreparedStatement statement = ArticleStore.prepare(connection, sql);
        ResultSet rows = statement.executeQuery()) {
      List<Stored> stored = new ArrayList<>();
      while (rows.next()) {
        stored.add(new Stored(rows.getString(1), rows.getLong(2)));
      }
      return stored;
    }
  }
}
