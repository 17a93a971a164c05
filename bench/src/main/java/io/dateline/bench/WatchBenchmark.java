package io.dateline.bench;

import io.dateline.model.Article;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.Enrichment;
import io.dateline.model.LanguageTag;
import io.dateline.model.vocabulary.TopicTable;
import io.dateline.query.ArticleQuery;
import io.dateline.query.ParseResult;
import io.dateline.query.QueryLanguage;
import io.dateline.query.WatchSet;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * What 10,000 watches cost an article. Words of the queries come from the articles themselves.
 *
 * <p>Arguments: watches (10000), articles (2000), seed (1).
 */
public final class WatchBenchmark {
  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  /** Articles matched before the clocks start. */
  private static final int WARM_UP = 300;

  private WatchBenchmark() {}

  /** Prints registration time, memory, and milliseconds an article. */
  public static void main(String[] args) {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    int articles = args.length > 1 ? Integer.parseInt(args[1]) : 2_000;
    long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
    SyntheticWire wire = new SyntheticWire(seed);
    List<EnrichedArticle> input = new ArrayList<>();
    for (int i = 0; i < articles; i++) {
      input.add(enriched(wire.next()));
    }
    Map<String, ArticleQuery> queries = queries(count, input, new Random(seed));
    long before = heap();
    Span registering = new Span();
    try (WatchSet watches = new WatchSet()) {
      queries.forEach(watches::put);
      watches.settle();
      System.out.printf("%,d watches registered in %s", watches.size(), registering.seconds());
      System.out.printf(", %,d MiB%n", (heap() - before) >> 20);
      input.subList(0, Math.min(articles, WARM_UP)).forEach(a -> watches.matching(a, NOW));
      long[] wall = new long[articles];
      long[] cpu = new long[articles];
      long hits = 0;
      for (int i = 0; i < articles; i++) {
        Span span = new Span();
        hits += watches.matching(input.get(i), NOW).size();
        wall[i] = span.wallNanos();
        cpu[i] = span.cpuNanos();
      }
      System.out.printf("an article: %.1f hits%n", (double) hits / articles);
      print("wall", wall);
      print("cpu", cpu);
    }
  }

  private static void print(String clock, long[] nanos) {
    Arrays.sort(nanos);
    System.out.printf(
        "  %s: mean %.2f ms, p50 %.2f ms, p99 %.2f ms, max %.2f ms%n",
        clock,
        Arrays.stream(nanos).average().orElse(0) / 1e6,
        nanos[nanos.length / 2] / 1e6,
        nanos[(int) (nanos.length * 0.99)] / 1e6,
        nanos[nanos.length - 1] / 1e6);
  }

  /** Time since it was made: on the wall, and of this thread on its core. */
  private static final class Span {
    private final long wall = System.nanoTime();
    private final long cpu = CPU.getCurrentThreadCpuTime();

    long wallNanos() {
      return System.nanoTime() - wall;
    }

    long cpuNanos() {
      return CPU.getCurrentThreadCpuTime() - cpu;
    }

    String seconds() {
      return String.format(Locale.ROOT, "%.1f s (cpu %.1f s)", wallNanos() / 1e9, cpuNanos() / 1e9);
    }
  }

  private static Map<String, ArticleQuery> queries(
      int count, List<EnrichedArticle> input, Random random) {
    QueryLanguage language = new QueryLanguage(TopicTable.standard());
    Map<String, ArticleQuery> queries = new HashMap<>();
    while (queries.size() < count) {
      String a = word(input, random);
      String b = word(input, random);
      String text =
          switch (random.nextInt(4)) {
            case 0 -> a + " " + b;
            case 1 -> "title:" + a + " OR \"" + a + " " + b + "\"";
            case 2 -> a + " AND lang:en NOT " + b;
            default -> "(" + a + " OR " + b + ") country:SY";
          };
      if (language.parse(text) instanceof ParseResult.Parsed parsed) {
        queries.put("watch-" + queries.size(), parsed.query());
      }
    }
    return queries;
  }

  private static String word(List<EnrichedArticle> input, Random random) {
    String body = input.get(random.nextInt(input.size())).article().text().body();
    String[] words = body.split("[^\\p{L}]+", -1);
    String word = words[random.nextInt(words.length)];
    return word.length() < 4 ? "peace" + random.nextInt(1_000) : word;
  }

  private static EnrichedArticle enriched(Article article) {
    return new EnrichedArticle(
        article,
        new Enrichment(
            "0", "0", new LanguageTag("en"), List.of(), null, null, List.of(), List.of()));
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
