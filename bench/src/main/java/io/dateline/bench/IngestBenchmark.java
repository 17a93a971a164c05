package io.dateline.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.entity.EntityUtils;
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

  /** Both sides run before they count until the JIT compilers take no more than this share. */
  private static final double COMPILED = 0.05;

  private static final int MOST_WARM_ROUNDS = 15;
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

  /**
   * Both run until little is left to compile: a line that runs for days does not; then in turns.
   */
  private static void pages(String bootstrap, int pages) throws Exception {
    try (LoopbackOutlets outlets = new LoopbackOutlets(pages / OUTLETS)) {
      Pace warm;
      int warmed = 0;
      do {
        warm = of(bootstrap, "warm" + ++warmed + ".").ingest(outlets, pages);
        bare(outlets, pages / 2);
        System.out.printf("warm-up %d: %s%n", warmed, warm);
      } while (warm.compiling > COMPILED && warmed < MOST_WARM_ROUNDS);
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
   * @param compiling share of one core that the JIT compilers took meanwhile
   */
  private record Pace(double rate, double millis, double compiling) {

    /** Prints the round of this pace of the ingest between two bare ones; gives their ratio. */
    double print(int round, Pace before, Pace after) {
      double bare = (before.rate + after.rate) / 2;
      double cost = (before.millis + after.millis) / 2;
      System.out.printf(
          "round %d: bare fetch and parse %s, %s; ingested %s; ratio %.2f by the clock, %.2f by"
              + " processor time%n",
          round, before, after, this, rate / bare, cost / millis);
      return rate / bare;
    }

    @Override
    public String toString() {
      return "%.0f pages/s at %.2f ms of CPU (compilers busy %.0f %%)"
          .formatted(rate, millis, 100 * compiling);
    }
  }

  /** Runs from its making until it is asked for the pace. */
  private static final class Stopwatch {
    private final long cpu = cpuNanos();
    private final long compiling = compilingMillis();
    private final long start = System.nanoTime();

    Pace pace(int pages) {
      double seconds = (System.nanoTime() - start) / NANOS;
      return new Pace(
          pages / seconds,
          (cpuNanos() - cpu) / 1e6 / pages,
          (compilingMillis() - compiling) / 1e3 / seconds);
    }

    private static long compilingMillis() {
      return ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
    }
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static Pace bare(LoopbackOutlets outlets, int pages) throws Exception {
    AtomicInteger next = new AtomicInteger();
    Stopwatch watch = new Stopwatch();
    List<Thread> threads = new ArrayList<>();
    try (CloseableHttpClient client = plainHttp()) {
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
    return watch.pace(pages);
  }

  /**
   * The client that ingest uses, without all that ingest asks of it: the JDK's own would make the
   * bare loop a tenth slower.
   */
  private static CloseableHttpClient plainHttp() {
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(CONNECTIONS)
                .setMaxConnTotal(OUTLETS * CONNECTIONS)
                .build())
        .disableCookieManagement()
        .build();
  }

  private static void fetchAndParse(CloseableHttpClient client, String url) {
    try {
      byte[] body =
          client.execute(new HttpGet(url), answer -> EntityUtils.toByteArray(answer.getEntity()));
      if (Jsoup.parse(new String(body, UTF_8), url).body().childrenSize() == 0) {
        throw new IllegalStateException("no page at " + url);
      }
    } catch (IOException e) {
      throw new IllegalStateException(url, e);
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
    try (var articles = ChannelReader.of(kafka, Channel.ARTICLES)) {
      articles.seekToBeginning(articles.assignment());
      try (IngestService service = IngestService.start(settings, Platform.create())) {
        int warm = 0;
        while (warm < pages / 3) {
          warm += articles.poll(READ).count();
        }
        Stopwatch watch = new Stopwatch();
        int seen = warm;
        while (seen < pages) {
          seen += articles.poll(READ).count();
        }
        return watch.pace(seen - warm);
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
