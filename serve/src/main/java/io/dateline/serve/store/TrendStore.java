package io.dateline.serve.store;

import io.dateline.query.TagFilter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Where topics and countries meet, and what there is more of than usual. Copies count once. */
public final class TrendStore {

  /** Most cells of one grid. */
  public static final int MAX_CELLS = 5_000;

  /** Most spikes of one answer. */
  public static final int MAX_SPIKES = 20;

  /** The days before the last one that tell what is usual. */
  public static final int PAST_DAYS = 14;

  /** Fewest articles of a last day that can be a spike. */
  static final int LEAST_ARTICLES = 3;

  /** Least distance from the usual, in standard deviations. */
  static final double LEAST_SCORE = 2;

  private static final int MAX_VALUES = 20_000;
  private static final int ARTICLES_BEHIND = 3;
  private static final Duration DAY = Duration.ofDays(1);
  private static final String COUNTED =
      "a.status = 'usable' AND a.copy_role IS DISTINCT FROM 'copy'";

  private final DataSource database;

  /** Trends of this database. */
  public TrendStore(DataSource database) {
    this.database = database;
  }

  /**
   * Which articles of which time.
   *
   * @param filter which articles
   * @param from start, inclusive
   * @param to end, exclusive
   */
  public record Period(TagFilter filter, @Nullable Instant from, @Nullable Instant to) {}

  /**
   * Articles on a topic about a country.
   *
   * @param topic Media Topic code
   * @param country ISO 3166-1 alpha-2
   * @param articles without copies
   */
  public record Cell(String topic, String country, long articles) {}

  /** Topics against countries, the fullest cells first; only these topics. */
  public List<Cell> grid(Period period, Set<String> topics) throws SQLException {
    Conditions where =
        new Conditions()
            .and(COUNTED)
            .filter(period.filter())
            .between(period.from(), period.to())
            .oneOf("topic = ANY (?)", topics);
    String sql =
        "SELECT topic, country, count(*) FROM article a, unnest(a.topics) AS topic,"
            + " unnest(a.countries) AS country"
            + where.sql()
            + " GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT "
            + MAX_CELLS;
    try (Connection connection = database.getConnection();
        PreparedStatement statement = ArticleStore.prepare(connection, sql)) {
      where.bind(statement, 1);
      List<Cell> cells = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          cells.add(new Cell(rows.getString(1), rows.getString(2), rows.getLong(3)));
        }
      }
      return cells;
    }
  }

  /**
   * What there is more of than usual.
   *
   * @param pastDays how many of the {@link #PAST_DAYS} days before hold articles; nothing is called
   *     a spike without a day to compare with
   * @param spikes the strongest first
   */
  public record Spikes(int pastDays, List<Spike> spikes) {}

  /**
   * One of them.
   *
   * @param value topic, country, language or outlet
   * @param lastDay articles of the last 24 hours, without copies
   * @param usual articles a day before
   * @param score standard deviations above the usual (Anscombe's transform of Poisson counts)
   * @param articles the newest behind it
   */
  public record Spike(
      String value, long lastDay, double usual, double score, List<Behind> articles) {}

  /**
   * An article behind a spike.
   *
   * @param id its id
   * @param headline its headline
   * @param at its time
   */
  public record Behind(UUID id, String headline, Instant at) {}

  /** Spikes of the 24 hours before an instant. */
  public Spikes spikes(CountStore.By by, TagFilter filter, Instant to) throws SQLException {
    Instant lastDay = to.minus(DAY);
    Conditions where =
        new Conditions()
            .and(COUNTED)
            .filter(filter)
            .between(lastDay.minus(DAY.multipliedBy(PAST_DAYS)), to);
    try (Connection connection = database.getConnection()) {
      int pastDays = pastDays(connection, where, lastDay);
      List<Spike> spikes = new ArrayList<>();
      for (Spike spike :
          pastDays == 0 ? List.<Spike>of() : raised(connection, by, where, lastDay, pastDays)) {
        Conditions behind = new Conditions().and(COUNTED).filter(filter).between(lastDay, to);
        spikes.add(withArticles(connection, spike, behind.and(is(by), spike.value())));
      }
      return new Spikes(pastDays, spikes);
    }
  }

  private static int pastDays(Connection connection, Conditions where, Instant lastDay)
      throws SQLException {
    String sql = "SELECT min(a.sorted_at) FROM article a" + where.sql();
    try (PreparedStatement statement = ArticleStore.prepare(connection, sql)) {
      where.bind(statement, 1);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        Timestamp first = rows.getTimestamp(1);
        return first == null
            ? 0
            : (int) Math.max(0, Duration.between(first.toInstant(), lastDay).toDays());
      }
    }
  }

  private static List<Spike> raised(
      Connection connection, CountStore.By by, Conditions where, Instant lastDay, int pastDays)
      throws SQLException {
    String sql =
        "SELECT value, last_day, past FROM (SELECT "
            + by.sql()
            + " AS value, count(*) FILTER (WHERE a.sorted_at >= ?) AS last_day,"
            + " count(*) FILTER (WHERE a.sorted_at < ?) AS past FROM article a"
            + where.sql()
            + " GROUP BY 1) AS counted WHERE last_day >= "
            + LEAST_ARTICLES
            + " ORDER BY last_day DESC LIMIT "
            + MAX_VALUES;
    try (PreparedStatement statement = ArticleStore.prepare(connection, sql)) {
      statement.setTimestamp(1, Timestamp.from(lastDay));
      statement.setTimestamp(2, Timestamp.from(lastDay));
      where.bind(statement, 3);
      List<Spike> spikes = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          double usual = rows.getLong(3) / (double) pastDays;
          double score = score(rows.getLong(2), usual);
          spikes.add(new Spike(rows.getString(1), rows.getLong(2), usual, score, List.of()));
        }
      }
      return spikes.stream()
          .filter(spike -> spike.score() >= LEAST_SCORE)
          .sorted(Comparator.comparingDouble(Spike::score).reversed())
          .limit(MAX_SPIKES)
          .toList();
    }
  }

  /** How many standard deviations a count lies above what is usual. */
  static double score(long count, double usual) {
    return 2 * (Math.sqrt(count + 3.0 / 8) - Math.sqrt(usual + 3.0 / 8));
  }

  private static String is(CountStore.By by) {
    return switch (by) {
      case TOPIC -> "a.topics @> ARRAY[?]::text[]";
      case COUNTRY -> "a.countries @> ARRAY[?]::text[]";
      case LANGUAGE -> "a.language = ?";
      case SOURCE -> "coalesce(a.source, '') = ?";
      case ALL -> "'' = ?";
    };
  }

  private static Spike withArticles(Connection connection, Spike spike, Conditions where)
      throws SQLException {
    String sql =
        "SELECT a.id, a.headline, a.sorted_at FROM article a"
            + where.sql()
            + " ORDER BY a.sorted_at DESC, a.id DESC LIMIT "
            + ARTICLES_BEHIND;
    try (PreparedStatement statement = ArticleStore.prepare(connection, sql)) {
      where.bind(statement, 1);
      List<Behind> behind = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          behind.add(
              new Behind(
                  rows.getObject(1, UUID.class),
                  rows.getString(2),
                  rows.getTimestamp(3).toInstant()));
        }
      }
      return new Spike(spike.value(), spike.lastDay(), spike.usual(), spike.score(), behind);
    }
  }
}
