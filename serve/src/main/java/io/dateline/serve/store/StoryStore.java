package io.dateline.serve.store;

import io.dateline.query.TagFilter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Stories out of the store of record. A story and those that were merged into it are one. */
public final class StoryStore {

  /** Most stories listed. */
  public static final int MAX_LIMIT = 200;

  /** Most related stories told. */
  static final int MAX_RELATED = 20;

  /** Most countries and most topics told of a story. */
  static final int MAX_CODES = 10;

  /** Every story that was merged, and the one it belongs to in the end. */
  private static final String MERGED =
      """
      WITH RECURSIVE hop(id, up) AS (
        SELECT other, story FROM story_link WHERE rel = 'merged'
        UNION
        SELECT h.id, l.story FROM hop h JOIN story_link l ON l.other = h.up AND l.rel = 'merged'),
      merged AS (
        SELECT id, up FROM hop WHERE NOT EXISTS
          (SELECT 1 FROM story_link l WHERE l.other = hop.up AND l.rel = 'merged'))
      """;

  private static final String SUMMARY =
      MERGED
          + """
          SELECT coalesce(m.up, a.story) AS id, array_agg(DISTINCT a.story) AS members,
                 (array_agg(a.id ORDER BY a.copy_role = 'copy', a.sorted_at, a.id))[1] AS article,
                 (array_agg(a.headline ORDER BY a.copy_role = 'copy', a.sorted_at, a.id))[1]
                   AS headline,
                 min(a.language) AS language, count(*) AS articles,
                 count(*) FILTER (WHERE a.copy_role IS DISTINCT FROM 'copy') AS without_copies,
                 array_agg(DISTINCT a.source) FILTER (WHERE a.source IS NOT NULL) AS sources,
                 min(a.sorted_at) AS first_seen, max(a.sorted_at) AS last_seen
            FROM article a LEFT JOIN merged m ON m.id = a.story
          """;

  /** A story and all that belong together with it by merging, in either direction. */
  private static final String FAMILY =
      """
      WITH RECURSIVE up(id) AS (
        SELECT ?::text
        UNION SELECT l.story FROM story_link l JOIN up ON l.other = up.id AND l.rel = 'merged'),
      family(id) AS (
        SELECT id FROM up
        UNION SELECT l.other FROM story_link l JOIN family f ON l.story = f.id AND l.rel = 'merged')
      SELECT id FROM family
      """;

  private static final String CODES =
      """
      SELECT a.story, t.kind, t.code, count(*) AS articles FROM article a
        JOIN article_tag t ON t.article_id = a.id AND t.relation = 'about'
       WHERE a.story = ANY (?) AND a.status = 'usable'
       GROUP BY 1, 2, 3
      """;

  private static final String RELATED =
      """
      SELECT l.id, max(l.score) AS score, min(a.language) AS language, count(DISTINCT a.id) AS articles,
             (array_agg(a.headline ORDER BY a.sorted_at, a.id))[1] AS headline
        FROM (SELECT other AS id, score FROM story_link WHERE story = ANY (?) AND rel = 'related'
              UNION ALL
              SELECT story, score FROM story_link WHERE other = ANY (?) AND rel = 'related') l
        JOIN article a ON a.story = l.id AND a.status = 'usable'
       GROUP BY l.id ORDER BY score DESC, l.id LIMIT\
      """;

  private final DataSource database;

  /** Stories in this database. */
  public StoryStore(DataSource database) {
    this.database = database;
  }

  /** In which order stories are listed. */
  public enum Order {
    /** The one with the newest article first. */
    NEWEST,
    /** The one with the most articles first, copies counted once. */
    LARGEST
  }

  /**
   * Which stories are listed; counted are the articles that fit.
   *
   * @param filter what their articles must have
   * @param from no earlier articles
   * @param to no later articles; null for no end
   * @param limit most stories, 1 to {@value #MAX_LIMIT}
   */
  public record Request(
      TagFilter filter, Instant from, @Nullable Instant to, Order order, int limit) {}

  /**
   * A story.
   *
   * @param id the one that goes on
   * @param members its own id and those merged into it
   * @param article the article seen first that is no copy
   * @param headline that article's
   * @param articles how many there are, copies included
   * @param withoutCopies how many texts
   * @param countries about, the most frequent first
   * @param topics about, the most frequent first
   * @param firstSeen time of its first article
   * @param lastSeen time of its last article
   */
  public record Story(
      String id,
      Set<String> members,
      UUID article,
      String headline,
      String language,
      long articles,
      long withoutCopies,
      List<String> sources,
      List<String> countries,
      List<String> topics,
      Instant firstSeen,
      Instant lastSeen) {

    private Story tagged(List<String> about, List<String> on) {
      return new Story(
          id,
          members,
          article,
          headline,
          language,
          articles,
          withoutCopies,
          sources,
          about,
          on,
          firstSeen,
          lastSeen);
    }
  }

  /**
   * A story on the same event in another language.
   *
   * @param score how alike, 0 to 100
   */
  public record Related(String id, int score, String language, long articles, String headline) {}

  /** The stories of a request. */
  public List<Story> list(Request request) throws SQLException {
    Conditions where =
        new Conditions()
            .and("a.story IS NOT NULL")
            .and("a.status = 'usable'")
            .filter(request.filter())
            .between(request.from(), request.to());
    String order = request.order() == Order.NEWEST ? "last_seen" : "without_copies";
    String end = " GROUP BY 1 ORDER BY " + order + " DESC, id LIMIT " + request.limit();
    return summaries(where, end);
  }

  /** The stories that are one with this one, itself included. */
  public Set<String> family(String id) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = ArticleStore.prepare(connection, FAMILY)) {
      statement.setString(1, id);
      Set<String> family = new LinkedHashSet<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          family.add(rows.getString(1));
        }
      }
      return family;
    }
  }

  /** The story of these ids, null when none of them has an article that is not withdrawn. */
  public @Nullable Story find(Set<String> family) throws SQLException {
    Conditions where =
        new Conditions().oneOf("a.story = ANY (?)", family).and("a.status = 'usable'");
    List<Story> found = summaries(where, " GROUP BY 1");
    return found.isEmpty() ? null : found.getFirst();
  }

  /** The stories on the same event in other languages, best first. */
  public List<Related> related(Set<String> family) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            ArticleStore.prepare(connection, RELATED + " " + MAX_RELATED)) {
      statement.setArray(1, connection.createArrayOf("text", family.toArray()));
      statement.setArray(2, connection.createArrayOf("text", family.toArray()));
      List<Related> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(
              new Related(
                  rows.getString("id"),
                  rows.getInt("score"),
                  rows.getString("language"),
                  rows.getLong("articles"),
                  rows.getString("headline")));
        }
      }
      return found;
    }
  }

  private List<Story> summaries(Conditions where, String end) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            ArticleStore.prepare(connection, SUMMARY + where.sql() + end)) {
      where.bind(statement, 1);
      List<Story> found = new ArrayList<>();
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(story(rows));
        }
      }
      return tagged(connection, found);
    }
  }

  private static Story story(ResultSet rows) throws SQLException {
    return new Story(
        rows.getString("id"),
        Set.copyOf(texts(rows, "members")),
        rows.getObject("article", UUID.class),
        rows.getString("headline"),
        rows.getString("language"),
        rows.getLong("articles"),
        rows.getLong("without_copies"),
        texts(rows, "sources"),
        List.of(),
        List.of(),
        rows.getTimestamp("first_seen").toInstant(),
        rows.getTimestamp("last_seen").toInstant());
  }

  private static List<String> texts(ResultSet rows, String column) throws SQLException {
    var array = rows.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }

  private static List<Story> tagged(Connection connection, List<Story> stories)
      throws SQLException {
    Map<String, Map<String, Long>> countries = new HashMap<>();
    Map<String, Map<String, Long>> topics = new HashMap<>();
    Map<String, String> roots = new HashMap<>();
    stories.forEach(story -> story.members().forEach(id -> roots.put(id, story.id())));
    try (PreparedStatement statement = ArticleStore.prepare(connection, CODES)) {
      statement.setArray(1, connection.createArrayOf("text", roots.keySet().toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          String root = roots.getOrDefault(rows.getString("story"), "");
          var kind = rows.getString("kind").equals("country") ? countries : topics;
          kind.computeIfAbsent(root, r -> new HashMap<>())
              .merge(rows.getString("code"), rows.getLong("articles"), Long::sum);
        }
      }
    }
    return stories.stream()
        .map(story -> story.tagged(most(countries, story), most(topics, story)))
        .toList();
  }

  private static List<String> most(Map<String, Map<String, Long>> counts, Story story) {
    return counts.getOrDefault(story.id(), Map.of()).entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MAX_CODES)
        .map(Map.Entry::getKey)
        .toList();
  }
}
