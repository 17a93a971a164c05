package io.dateline.bench;

import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.Dates;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.Enrichment;
import io.dateline.model.LanguageTag;
import io.dateline.model.Provenance;
import io.dateline.model.SourceId;
import io.dateline.model.Tag;
import io.dateline.model.Text;
import io.dateline.model.vocabulary.Topic;
import io.dateline.model.vocabulary.TopicTable;
import io.dateline.query.ParseResult;
import io.dateline.query.QueryLanguage;
import io.dateline.serve.live.Positions;
import io.dateline.serve.search.SearchIndex;
import io.dateline.serve.search.SearchRequest;
import io.dateline.serve.search.SearchResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The search index over many made-up articles: how fast it is built, how long a boolean query with
 * two fields and all facets takes, alone and while more come in ({@link VisibleBenchmark} tells how
 * soon they are found).
 *
 * <p>Arguments: articles (1000000), queries (400).
 */
public final class SearchBenchmark {
  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
  private static final String[] COUNTRIES =
      "DE US FR GB RU UA CN TR SY IL IT ES PL IN JP BR IR EG GR KE".split(" ", -1);

  /** As IndexFollower refreshes. */
  private static final long REFRESH_NANOS = 250_000_000L;

  private final SearchIndex index;
  private final Random random = new Random(7);
  private final SyntheticWire wire = new SyntheticWire(7);
  private final List<Topic> topics = TopicTable.standard().topics();
  private final QueryLanguage language = new QueryLanguage(TopicTable.standard());
  private int made;

  private SearchBenchmark(SearchIndex index) {
    this.index = index;
  }

  /** Prints one line for each figure. */
  public static void main(String[] args) throws Exception {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    int queries = args.length > 1 ? Integer.parseInt(args[1]) : 400;
    Path folder = Files.createTempDirectory("dateline-search-bench");
    try (SearchIndex index = SearchIndex.open(folder)) {
      SearchBenchmark bench = new SearchBenchmark(index);
      bench.build(count);
      System.out.printf("index on disk: %,d MiB%n", bytes(folder) >> 20);
      bench.queries(queries / 4);
      bench.print("a query", bench.queries(queries));
      bench.print("a query while 50 articles a second come in", bench.busy(queries));
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static long bytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private void build(int count) throws IOException {
    long making = 0;
    long refreshed = System.nanoTime();
    long begun = refreshed;
    for (int i = 0; i < count; i++) {
      long before = System.nanoTime();
      EnrichedArticle article = next();
      long after = System.nanoTime();
      making += after - before;
      index.put(article, NOW);
      if (after - refreshed > REFRESH_NANOS) {
        index.refresh();
        refreshed = System.nanoTime();
      }
    }
    index.commit(Positions.all(1, count));
    index.refresh();
    double seconds = (System.nanoTime() - begun - making) / 1e9;
    System.out.printf(
        "%,d articles indexed in %.0f s: %,.0f a second%n", count, seconds, count / seconds);
  }

  private long[] queries(int count) throws IOException {
    long[] nanos = new long[count];
    for (int i = 0; i < count; i++) {
      nanos[i] = query();
    }
    return nanos;
  }

  /** Queries while articles come in, four refreshes a second, as in a running service. */
  private long[] busy(int count) throws IOException {
    long[] nanos = new long[count];
    long refreshed = System.nanoTime();
    for (int i = 0; i < count; i++) {
      for (int n = 0; n < 5; n++) {
        index.put(next(), NOW);
      }
      if (System.nanoTime() - refreshed > REFRESH_NANOS) {
        index.refresh();
        refreshed = System.nanoTime();
      }
      nanos[i] = query();
    }
    return nanos;
  }

  private long query() throws IOException {
    String word = word();
    String text =
        switch (random.nextInt(3)) {
          case 0 -> "title:" + word + " OR (body:" + word() + " AND country:" + country() + ")";
          case 1 -> "(body:" + word + " OR body:" + word() + ") AND topic:" + topic();
          default -> "body:" + word + " AND country:" + country() + " NOT topic:" + topic();
        };
    var parsed = (ParseResult.Parsed) language.parse(text);
    var order = random.nextBoolean() ? SearchRequest.Order.NEWEST : SearchRequest.Order.BEST;
    long before = System.nanoTime();
    SearchResult found =
        index.search(new SearchRequest(parsed.query(), random.nextBoolean(), order, null, 0, 50));
    long nanos = System.nanoTime() - before;
    if (found.total() < 0) {
      throw new IllegalStateException("no total for " + text);
    }
    return nanos;
  }

  /** A word as frequent as it is in the texts. */
  private String word() {
    String[] words = wire.next().text().body().split("[^\\p{L}]+", -1);
    String word = words[random.nextInt(words.length)];
    return word.length() < 2 ? word() : word;
  }

  private String country() {
    return COUNTRIES[random.nextInt(COUNTRIES.length)];
  }

  private String topic() {
    return topics.get(random.nextInt(topics.size())).code();
  }

  private EnrichedArticle next() {
    Article plain = wire.next();
    int number = made++;
    // a year of articles, newer ones later, as a channel has them
    Instant at = NOW.minusSeconds(31_536_000L).plusSeconds(number * 30L % 31_536_000L);
    Article article =
        Article.builder(
                new ArticleUri("https://bench.example/" + number),
                Text.of(plain.text().headline(), plain.text().body()))
            .dates(new Dates(null, OffsetDateTime.ofInstant(at, ZoneOffset.UTC)))
            .provenance(Provenance.UNKNOWN.foundBy(new SourceId("outlet" + number % 300), at))
            .build();
    List<Tag> tags =
        List.of(
            tag(Tag.Kind.COUNTRY, country()),
            tag(Tag.Kind.COUNTRY, country()),
            tag(Tag.Kind.TOPIC, topic()),
            tag(Tag.Kind.TOPIC, topic()));
    String tongue = number % 2 == 0 ? "en" : "de";
    return new EnrichedArticle(
        article,
        new Enrichment("0", "0", new LanguageTag(tongue), tags, null, null, List.of(), List.of()));
  }

  private static Tag tag(Tag.Kind kind, String code) {
    return new Tag(kind, code, code, Tag.Relation.ABOUT, 80, "name", true, List.of());
  }

  private void print(String what, long[] nanos) {
    Arrays.sort(nanos);
    System.out.printf(
        "%s: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, max %.1f ms%n",
        what,
        nanos[nanos.length / 2] / 1e6,
        nanos[nanos.length * 95 / 100] / 1e6,
        nanos[nanos.length * 99 / 100] / 1e6,
        nanos[nanos.length - 1] / 1e6);
  }
}
