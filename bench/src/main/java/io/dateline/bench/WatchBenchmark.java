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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What 10,000 watches cost an article. Words of the queries come from the articles themselves.
 *
 * <p>Arguments: watches (10000), articles (2000), seed (1).
 */
public final class WatchBenchmark {
  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

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
    long begun = System.nanoTime();
    try (WatchSet watches = new WatchSet()) {
      watches.put(queries);
      System.out.printf(
          "%,d watches registered in %.1f s, %,d MiB%n",
          watches.size(), (System.nanoTime() - begun) / 1e9, (heap() - before) >> 20);
      input.subList(0, Math.min(articles, 300)).forEach(a -> watches.matching(a, NOW));
      long[] nanos = new long[articles];
      long hits = 0;
      for (int i = 0; i < articles; i++) {
        long from = System.nanoTime();
        hits += watches.matching(input.get(i), NOW).size();
        nanos[i] = System.nanoTime() - from;
      }
      Arrays.sort(nanos);
      System.out.printf(
          "an article: mean %.2f ms, p99 %.2f ms, %.1f hits%n",
          Arrays.stream(nanos).average().orElse(0) / 1e6,
          nanos[(int) (articles * 0.99)] / 1e6,
          (double) hits / articles);
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
