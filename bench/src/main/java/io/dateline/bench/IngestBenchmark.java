package io.dateline.bench;

import com.sun.management.OperatingSystemMXBean;
import io.dateline.embedded.EmbeddedKafka;
import io.dateline.ingest.IngestService;
import io.dateline.ingest.IngestSettings;
import io.dateline.ingest.fetch.Politeness;
import io.dateline.ingest.source.SourcesFile;
import io.dateline.model.Channel;
import io.dateline.runtime.ChannelSetup;
import io.dateline.runtime.KafkaSettings;
import io.dateline.runtime.Platform;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jsoup.Jsoup;

/**
 * How fast pages come in over loopback with politeness off, against a bare loop that fetches and
 * parses the same pages with as many threads; and what feeds cost that bring nothing. Broker,
 * outlets and ingest share this JVM.
 *
 * <p>Arguments: pages of a round (4000), idle feeds (5000), seconds they are watched (60). 0 leaves
 * a part out.
 */
public final class IngestBenchmark {
  private static final int OUTLETS = 4;
  private static final int CONNECTIONS = 4;
  private static final int WARM_ROUNDS = 3;
  private static final int ROUNDS = 3;
  private static final double NANOS = 1e9;
  private static final Duration READ = Duration.ofMillis(50);
  private static final long QUIET_MILLIS = 10_000;
  private static final String IDLE_POLL = "{min: 10m, max: 10m}";

  private final KafkaSettings kafka;

  private IngestBenchmark(KafkaSettings kafka) {
    this.kafka = kafka;
  }

  /** Prints both. */
  public static void main(String[] args) throws Exception {
    int pages = args.length > 0 ? Integer.parseInt(args[0]) : 4_000;
    int feeds = args.length > 1 ? Integer.parseInt(args[1]) : 5_000;
    int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 60;
    var folder = Files.createTempDirectory("dateline-ingest-bench");
    try (EmbeddedKafka broker = EmbeddedKafka.start(folder, 0)) {
      KafkaSettings all = KafkaSettings.local(broker.bootstrap());
      if (pages > 0) {
        pages(all.bootstrap(), pages);
      }
      if (feeds > 0) {
        of(all.bootstrap(), "idle.").idle(feeds, seconds);
      }
    }
  }

  private static IngestBenchmark of(String bootstrap, String prefix) {
    return new IngestBenchmark(new KafkaSettings(bootstrap, prefix, 4, 1));
  }

  /** Both run some time before they count, so that no compiler works beside them; then in turns. */
  private static void pages(String bootstrap, int pages) throws Exception {
    try (LoopbackOutlets outlets = new LoopbackOutlets(pages / OUTLETS)) {
      for (int warm = 1; warm <= WARM_ROUNDS; warm++) {
        of(bootstrap, "warm" + warm + ".").ingest(outlets, pages);
      }
      bare(outlets, pages / 2);
      List<Double> ratios = new ArrayList<>();
      Pace before = bare(outlets, pages);
      for (int round = 1; round <= ROUNDS; round++) {
        Pace ingested = of(bootstrap, "fast" + round + ".").ingest(outlets, pages);
        Pace after = bare(outlets, pages);
        ratios.add(ingested.print(round, before, after));
        before = after;
      }
      ratios.sort(null);
      System.out.printf(
          "pages/s, ingested to bare, median of %d rounds: %.2f%n", ROUNDS, ratios.get(ROUNDS / 2));
    }
  }

  /**
   * Of a number of pages.
   *
   * @param rate pages a second
   * @param millis CPU time of a page, of the whole JVM
   */
  private record Pace(double rate, double millis) {
    static Pace of(int pages, long startNanos, long startCpuNanos) {
      return new Pace(
          pages / ((System.nanoTime() - startNanos) / NANOS),
          (cpuNanos() - startCpuNanos) / 1e6 / pages);
    }

    /** Prints the round of this pace of the ingest between two bare ones; gives their ratio. */
    double print(int round, Pace before, Pace after) {
      double bare = (before.rate + after.rate) / 2;
      double cost = (before.millis + after.millis) / 2;
      System.out.printf(
          "round %d, pages/s: bare fetch and parse %.0f (before %.0f, after %.0f), ingested %.0f,"
              + " ratio %.2f; CPU a page with outlets and broker: bare %.2f ms, ingested %.2f ms,"
              + " ratio %.2f%n",
          round, bare, before.rate, after.rate, rate, rate / bare, cost, millis, cost / millis);
      return rate / bare;
    }
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static Pace bare(LoopbackOutlets outlets, int pages) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    long cpu = cpuNanos();
    long start = System.nanoTime();
    List<Thread> threads = new ArrayList<>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int i = 0; i < OUTLETS * CONNECTIONS; i++) {
        threads.add(
            Thread.ofVirtual()
                .start(() -> {
                  for (int n = next.getAndIncrement(); n < pages; n = next.getAndIncrement()) {
                    fetchAndParse(client, outlets.url(n % OUTLETS, "/news/" + n / OUTLETS));
                  }
                }));
      }
      for (Thread thread : threads) {
        thread.join();
      }
    }
    return Pace.of(pages, start, cpu);
  }

  private static void fetchAndParse(HttpClient client, String url) {
    try {
      byte[] body =
          client
              .send(
                  HttpRequest.newBuilder(URI.create(url)).build(),
                  HttpResponse.BodyHandlers.ofByteArray())
              .body();
      if (Jsoup.parse(new String(body, java.nio.charset.StandardCharsets.UTF_8), url)
          .select("article")
          .isEmpty()) {
        throw new IllegalStateException("no article at " + url);
      }
    } catch (IOException e) {
      throw new IllegalStateException(url, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private IngestSettings settings(LoopbackOutlets outlets, int count, String poll, Politeness how) {
    return IngestSettings.of(kafka, SourcesFile.parse(outlets.yaml(count, poll)).sources())
        .with(how);
  }

  /** From when a third of the articles is on its channel, so that all runs, to the last. */
  private Pace ingest(LoopbackOutlets outlets, int pages) throws Exception {
    ChannelSetup.ensure(kafka);
    Politeness off = new Politeness("Datelinebot", Duration.ZERO, CONNECTIONS, false);
    IngestSettings settings = settings(outlets, OUTLETS, "{min: 1s, max: 1s}", off);
    try (var articles = new KafkaConsumer<String, byte[]>(kafka.consumer())) {
      List<TopicPartition> all =
          articles.partitionsFor(kafka.topic(Channel.ARTICLES)).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      articles.assign(all);
      articles.seekToBeginning(all);
      try (IngestService service = IngestService.start(settings, Platform.create())) {
        int warm = 0;
        while (warm < pages / 3) {
          warm += articles.poll(READ).count();
        }
        long cpu = cpuNanos();
        long start = System.nanoTime();
        int seen = warm;
        while (seen < pages) {
          seen += articles.poll(READ).count();
        }
        return Pace.of(seen - warm, start, cpu);
      }
    }
  }

  private void idle(int feeds, int seconds) throws Exception {
    try (LoopbackOutlets outlets = new LoopbackOutlets(0)) {
      IngestSettings settings = settings(outlets, feeds, IDLE_POLL, Politeness.DEFAULT);
      ChannelSetup.ensure(kafka);
      double broker = cpu(Duration.ofSeconds(Math.min(20, seconds)));
      long brokerHeap = heap();
      try (IngestService service = IngestService.start(settings, Platform.create())) {
        while (outlets.requests() < 2L * feeds) { // robots.txt and the first poll of each
          Thread.sleep(QUIET_MILLIS);
        }
        Thread.sleep(QUIET_MILLIS);
        long asked = outlets.requests();
        long heap = heap();
        double all = cpu(Duration.ofSeconds(seconds));
        System.out.printf(
            "%d idle feeds: %.1f %% of a core (with broker %.1f, broker alone %.1f), %d requests in"
                + " %d s, heap %d MB before and %d MB after (broker alone %d), %d sources%n",
            feeds,
            all - broker,
            all,
            broker,
            outlets.requests() - asked,
            seconds,
            heap >> 20,
            heap() >> 20,
            brokerHeap >> 20,
            service.sources().size());
      }
    }
  }

  /** Per cent of one core that this process takes. */
  private static double cpu(Duration time) throws InterruptedException {
    long before = cpuNanos();
    long start = System.nanoTime();
    Thread.sleep(time);
    return 100.0 * (cpuNanos() - before) / (System.nanoTime() - start);
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
