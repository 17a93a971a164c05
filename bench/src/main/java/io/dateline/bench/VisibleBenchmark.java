package io.dateline.bench;

import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.Channel;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.Enrichment;
import io.dateline.model.LanguageTag;
import io.dateline.model.Text;
import io.dateline.model.ninjs.EnrichedCodec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * How soon an article that was enriched is found by a search over HTTP, while others come in at 50
 * a second: broker, PostgreSQL, sink and serve share this JVM.
 *
 * <p>Arguments: articles that are looked for (200).
 */
public final class VisibleBenchmark {
  private static final int RATE = 50;
  private static final int WARM_UP = 20;
  private static final Duration MOST = Duration.ofSeconds(10);

  private final StreamBench bench;
  private final HttpClient client = HttpClient.newHttpClient();

  private VisibleBenchmark(StreamBench bench) {
    this.bench = bench;
  }

  /** Prints percentiles in milliseconds; a search takes part of them. */
  public static void main(String[] args) throws Exception {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 200;
    try (StreamBench bench = StreamBench.withDatabase()) {
      VisibleBenchmark visible = new VisibleBenchmark(bench);
      visible.measure(WARM_UP);
      long[] millis = visible.measure(count);
      Arrays.sort(millis);
      System.out.printf(
          "enriched to found by a search, %d articles: p50 %d ms, p99 %d ms, max %d ms%n",
          count, millis[count / 2], millis[count * 99 / 100], millis[count - 1]);
    }
    System.exit(0);
  }

  private long[] measure(int count) throws IOException, InterruptedException {
    Random random = new Random(count);
    long[] millis = new long[count];
    for (int i = 0; i < count; i++) {
      // at any moment of the index's rhythm
      bench.publish(Channel.ENRICHED, RATE, 1 + random.nextInt(RATE / 2), SseBenchmark::article);
      long begun = System.nanoTime();
      String word = "seen" + count + "x" + i;
      bench.publish(Channel.ENRICHED, RATE, 1, n -> article(n, word));
      while (!isFound(word)) {
        if (System.nanoTime() - begun > MOST.toNanos()) {
          throw new IllegalStateException(word + " is not found within " + MOST);
        }
        Thread.sleep(5);
      }
      millis[i] = (System.nanoTime() - begun) / 1_000_000;
    }
    return millis;
  }

  private boolean isFound(String word) throws IOException, InterruptedException {
    URI search =
        URI.create("http://127.0.0.1:" + bench.port() + "/api/v1/articles?q=title:" + word);
    var answer = client.send(HttpRequest.newBuilder(search).build(), BodyHandlers.ofString());
    return answer.statusCode() == 200 && answer.body().contains("Report " + word);
  }

  private static byte[] article(int number, String word) {
    Article article =
        Article.builder(
                new ArticleUri(StreamClient.URI + number), Text.of("Report " + word, "Text."))
            .build();
    Enrichment enrichment =
        new Enrichment(
            "0", "0", new LanguageTag("en"), List.of(), null, null, List.of(), List.of());
    return EnrichedCodec.toJson(new EnrichedArticle(article, enrichment));
  }
}
