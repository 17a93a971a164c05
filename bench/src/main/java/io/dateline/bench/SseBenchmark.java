package io.dateline.bench;

import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.Channel;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.Enrichment;
import io.dateline.model.LanguageTag;
import io.dateline.model.Provenance;
import io.dateline.model.SourceId;
import io.dateline.model.Tag;
import io.dateline.model.Text;
import io.dateline.model.ninjs.EnrichedCodec;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What stalled clients of the live stream do to the others, and whether anybody misses or repeats
 * an article. Broker, serve, producer and clients share this JVM.
 *
 * <p>Arguments: "filters" (1,000 clients with different filters, 50 of them stalled) or "stalled"
 * (1,000 stalled and 50 healthy ones); seconds (40), clients (1000) and stalled (50), or stalled
 * (1000), healthy (50) and how many of the stalled come back (200).
 */
public final class SseBenchmark {
  private static final String[] COUNTRIES =
      "SY RU TR DE FR GB US CN JP IN BR IT ES PL UA SE NO FI DK NL".split(" ", -1);
  private static final int SOURCES = 25;
  private static final int WORDS = 240;
  private static final String BODY = "The delegates met again and spoke for hours. ".repeat(60);

  private static final int RATE = 200;

  /** As long as it takes to fill what the server keeps of recent events. */
  private static final int WARM_UP_SECONDS = 22;

  private final StreamBench bench;
  private final int seconds;

  private SseBenchmark(StreamBench bench, int seconds) {
    this.bench = bench;
    this.seconds = seconds;
  }

  /** Prints the figures of one part. */
  public static void main(String[] args) throws Exception {
    String part = args.length > 0 ? args[0] : "filters";
    int[] numbers = Arrays.stream(args).skip(1).mapToInt(Integer::parseInt).toArray();
    int seconds = at(numbers, 0, 40);
    try (StreamBench bench = StreamBench.withoutDatabase()) {
      SseBenchmark benchmark = new SseBenchmark(bench, seconds);
      if (part.equals("stalled")) {
        benchmark.stalled(at(numbers, 1, 1_000), at(numbers, 2, 50), at(numbers, 3, 200));
      } else {
        benchmark.filters(at(numbers, 1, 1_000), at(numbers, 2, 50));
      }
    }
    System.exit(0);
  }

  private static int at(int[] numbers, int index, int otherwise) {
    return numbers.length > index ? numbers[index] : otherwise;
  }

  private void publish(int seconds) {
    bench.publish(Channel.ENRICHED, RATE, RATE * seconds, SseBenchmark::article);
  }

  private void warmUp(List<StreamClient> clients) throws InterruptedException {
    publish(WARM_UP_SECONDS);
    Thread.sleep(2_000);
    clients.forEach(StreamClient::isWarm);
  }

  private void filters(int clients, int stalled) throws Exception {
    List<StreamClient> healthy = new ArrayList<>();
    for (int i = 0; i < clients - stalled; i++) {
      healthy.add(StreamClient.reading(bench.port(), Wanted.by(i).query()));
    }
    StreamBench.awaitBegun(healthy);
    int first = bench.published();
    warmUp(healthy);
    long before = StreamBench.heap();
    List<StreamClient> stuck = stall(stalled);
    publish(seconds);
    Thread.sleep(2_000);
    long after = StreamBench.heap();
    int wrong = 0;
    for (int i = 0; i < healthy.size(); i++) {
      wrong += wrong(healthy.get(i), first, Wanted.by(i).articles()) ? 1 : 0;
    }
    StreamBench.print(clients + " clients, " + stalled + " of them stalled", healthy);
    System.out.printf(
        "different filters %d; healthy clients with a gap or a repeat %d of %d; heap %+d MiB%n",
        IntStream.range(0, healthy.size()).mapToObj(i -> Wanted.by(i).query()).distinct().count(),
        wrong,
        healthy.size(),
        (after - before) >> 20);
    close(healthy);
    close(stuck);
  }

  private void stalled(int stalled, int healthy, int back) throws Exception {
    List<StreamClient> good = new ArrayList<>();
    for (int i = 0; i < healthy; i++) {
      good.add(StreamClient.reading(bench.port(), ""));
    }
    StreamBench.awaitBegun(good);
    int first = bench.published();
    warmUp(good);
    int warm = bench.published();
    long before = StreamBench.heap();
    List<StreamClient> stuck = stall(stalled);
    while (bench.clients() < stalled + healthy) {
      Thread.sleep(10);
    }
    Cut cut = new Cut(healthy);
    Thread watch = Thread.ofPlatform().start(cut);
    publish(seconds);
    Thread.sleep(1_000);
    long after = StreamBench.heap();
    watch.join();
    long wrong = good.stream().filter(client -> wrong(client, first, n -> true)).count();
    StreamBench.print(stalled + " stalled and " + healthy + " healthy clients", good);
    System.out.printf(
        "healthy with a gap or a repeat %d; all stalled ones cut after %.1f s; heap at most %+d"
            + " MiB, afterwards %+d MiB%n",
        wrong, cut.seconds, (cut.heap - before) >> 20, (after - before) >> 20);
    comeBack(stuck.subList(0, back), warm);
    close(good);
    close(stuck);
  }

  private List<StreamClient> stall(int count) throws IOException {
    List<StreamClient> stuck = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      stuck.add(StreamClient.stalled(bench.port(), ""));
    }
    return stuck;
  }

  private void comeBack(List<StreamClient> clients, int first) throws InterruptedException {
    int expected = bench.published() - first;
    long begun = System.nanoTime();
    clients.forEach(StreamClient::wake);
    long deadline = begun + 300_000_000_000L;
    while (clients.stream().anyMatch(client -> client.count() < expected)
        && System.nanoTime() < deadline) {
      Thread.sleep(100);
    }
    double took = (System.nanoTime() - begun) / 1e9;
    Thread.sleep(1_000);
    long wrong = clients.stream().filter(client -> wrong(client, first, n -> true)).count();
    System.out.printf(
        "%d stalled ones came back and had all %,d articles after %.1f s; with a gap or a repeat"
            + " %d%n",
        clients.size(), expected, took, wrong);
  }

  private boolean wrong(StreamClient client, int first, IntPredicate wanted) {
    int[] expected = IntStream.range(first, bench.published()).filter(wanted).toArray();
    return !Arrays.equals(client.sorted(), expected);
  }

  private static void close(List<StreamClient> clients) throws IOException {
    for (StreamClient client : clients) {
      client.close();
    }
  }

  /** Notes when only the healthy clients are left, and the most heap in use until then. */
  private final class Cut implements Runnable {
    private final int healthy;
    private double seconds;
    private long heap;

    Cut(int healthy) {
      this.healthy = healthy;
    }

    @Override
    public void run() {
      long begun = System.nanoTime();
      while (bench.clients() > healthy && System.nanoTime() - begun < 120_000_000_000L) {
        heap = Math.max(heap, StreamBench.heap());
        java.util.concurrent.locks.LockSupport.parkNanos(2_000_000_000L);
      }
      seconds = (System.nanoTime() - begun) / 1e9;
    }
  }

  /** What one of many clients asks for, and which articles that is. */
  private record Wanted(String query, IntPredicate articles) {

    static Wanted by(int client) {
      int i = client / 4;
      int country = i % COUNTRIES.length;
      int word = i % WORDS;
      int other = (i + 1) % WORDS;
      int source = i / COUNTRIES.length % SOURCES;
      String code = COUNTRIES[country];
      return switch (client % 4) {
        case 0 ->
            new Wanted(
                "?country=" + code + "&source=outlet" + source,
                n -> country(n) == country && source(n) == source);
        case 1 -> new Wanted("?q=title:word" + word, n -> word(n) == word);
        case 2 ->
            new Wanted(
                "?q=word" + word + "%20OR%20title:word" + other,
                n -> word(n) == word || word(n) == other);
        default ->
            new Wanted(
                "?source=outlet" + source + "&q=delegates%20country:" + code,
                n -> country(n) == country && source(n) == source);
      };
    }
  }

  private static int country(int number) {
    return number % COUNTRIES.length;
  }

  private static int source(int number) {
    return number / COUNTRIES.length % SOURCES;
  }

  private static int word(int number) {
    return number * 7 % WORDS;
  }

  /** An enriched article of about 3 KB. */
  static byte[] article(int number) {
    String country = COUNTRIES[country(number)];
    String headline = "@" + System.nanoTime() + "@ word" + word(number);
    Article article =
        Article.builder(new ArticleUri(StreamClient.URI + number), Text.of(headline, BODY))
            .provenance(
                Provenance.UNKNOWN.foundBy(new SourceId("outlet" + source(number)), Instant.EPOCH))
            .build();
    Tag tag =
        new Tag(
            Tag.Kind.COUNTRY, country, country, Tag.Relation.ABOUT, 80, "name", true, List.of());
    return EnrichedCodec.toJson(
        new EnrichedArticle(
            article,
            new Enrichment(
                "0", "0", new LanguageTag("en"), List.of(tag), null, null, List.of(), List.of())));
  }
}
