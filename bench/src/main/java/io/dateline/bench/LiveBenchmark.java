package io.dateline.bench;

import io.dateline.enrich.EnrichService;
import io.dateline.enrich.EnrichSettings;
import io.dateline.enrich.Enrichers;
import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.Channel;
import io.dateline.model.Text;
import io.dateline.model.ninjs.ArticleCodec;
import io.dateline.runtime.Platform;
import java.util.List;
import java.util.function.IntFunction;

/**
 * How soon a client of the live stream has an article at a steady rate: from the enriched channel,
 * and through the whole line from the articles channel on, tagging and grouping exactly once.
 * Broker, enrich, serve and the client share this JVM.
 *
 * <p>Arguments: seconds of each part (60), articles a second (50).
 */
public final class LiveBenchmark {
  private static final int WARM_UP_SECONDS = 15;
  private static final int SAMPLES = 2_000;

  private LiveBenchmark() {}

  /** Prints one line for each part. */
  public static void main(String[] args) throws Exception {
    int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 60;
    int rate = args.length > 1 ? Integer.parseInt(args[1]) : 50;
    List<Article> texts = SampleArticles.of(SAMPLES, 42);
    try (StreamBench bench = StreamBench.withoutDatabase();
        EnrichService enrich =
            EnrichService.start(
                EnrichSettings.local(bench.kafka(), bench.folder().resolve("state")),
                Platform.create(),
                Enrichers.standard(),
                () -> {})) {
      IntFunction<byte[]> article = n -> ArticleCodec.toJson(made(texts.get(n % SAMPLES), n));
      // both ways begin warm: what is measured is a running service
      bench.publish(Channel.ARTICLES, rate, rate * WARM_UP_SECONDS, article);
      measure(bench, Channel.ARTICLES, rate * seconds, rate, article);
      measure(bench, Channel.ENRICHED, rate * seconds, rate, SseBenchmark::article);
    }
    System.exit(0);
  }

  private static void measure(
      StreamBench bench, Channel channel, int count, int rate, IntFunction<byte[]> article)
      throws Exception {
    try (StreamClient client = StreamClient.reading(bench.port(), "")) {
      StreamBench.awaitBegun(List.of(client));
      bench.publish(channel, rate, count, article);
      Thread.sleep(2_000);
      StreamBench.print(
          "published to client, " + channel.name("") + " at " + rate + "/s", List.of(client));
    }
  }

  private static Article made(Article article, int number) {
    String headline = "@" + System.nanoTime() + "@ " + article.text().headline();
    return article.toBuilder()
        .uri(new ArticleUri(StreamClient.URI + number))
        .text(Text.of(headline, article.text().body()))
        .build();
  }
}
