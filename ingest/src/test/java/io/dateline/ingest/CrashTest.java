package io.dateline.ingest;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.embedded.EmbeddedKafka;
import io.dateline.model.Channel;
import io.dateline.runtime.KafkaSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two ingest processes watch a generated web; one after the other is killed with -9. The long form:
 * {@code -Dcrash.hosts=200 -Dcrash.articles=100 -Dcrash.kills=20}.
 */
class CrashTest {

  private static final Duration DELAY = Duration.ofMillis(200);

  /**
   * It ends when nothing new came for so long: more than the second pause of a look that failed.
   */
  private static final Duration STALLED = Duration.ofMinutes(6);

  /** Most requests for pages of an endless calendar, of each host. */
  private static final int MAX_DAYS = 25;

  private final List<Process> processes = new ArrayList<>();

  @Test
  void killedProcessesLoseNothingAndPublishNothingTwice(@TempDir Path folder) throws Exception {
    int hosts = Integer.getInteger("crash.hosts", 8);
    int articles = Integer.getInteger("crash.articles", 6);
    int kills = Integer.getInteger("crash.kills", 2);
    long seed = Long.getLong("crash.seed", 1);
    try (GeneratedWeb web = new GeneratedWeb(hosts, articles);
        EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0)) {
      Files.writeString(folder.resolve("sources.yaml"), web.yaml());
      KafkaSettings settings = KafkaSettings.local(kafka.bootstrap());
      try (ChannelTail published = new ChannelTail(settings, Channel.ARTICLES)) {
        processes.add(start(folder, settings));
        processes.add(start(folder, settings));
        Random random = new Random(seed);
        for (int kill = 0; kill < kills; kill++) {
          published.settle(Duration.ofMillis(3_000 + random.nextInt(5_000)));
          int victim = random.nextInt(2);
          processes.get(victim).destroyForcibly().waitFor();
          processes.set(victim, start(folder, settings));
        }
        Set<String> wanted = new HashSet<>(web.uris());
        awaitAll(published, wanted);
        published.settle(Duration.ofSeconds(1));
        processes.forEach(Process::destroy);
        for (Process process : processes) {
          process.waitFor();
        }
        published.settle(Duration.ofSeconds(1));
        check(web, published, wanted, kills, seed);
      } finally {
        processes.forEach(Process::destroyForcibly);
      }
    }
  }

  private static void check(
      GeneratedWeb web, ChannelTail published, Set<String> wanted, int kills, long seed) {
    Map<String, Integer> times = new HashMap<>();
    published.records().forEach(r -> times.merge(r.key(), 1, Integer::sum));
    long twice = times.values().stream().filter(n -> n > 1).count();
    Set<String> lost = new HashSet<>(wanted);
    lost.removeAll(times.keySet());
    long extra = times.keySet().stream().filter(u -> !wanted.contains(u)).count();
    long days =
        web.hits().stream()
            .filter(h -> h.path().matches("/calendar/[1-9].*"))
            .collect(groupingBy(GeneratedWeb.Hit::host, counting()))
            .values()
            .stream()
            .mapToLong(n -> n)
            .max()
            .orElse(0);
    long disallowed = web.hits().stream().filter(h -> h.path().startsWith("/private/")).count();
    System.out.printf(
        "crash campaign, seed %d: %d kills, %d articles, lost %d, published twice %d, others %d,"
            + " requests %d, shortest pause %d ms, disallowed %d, days of a calendar %d%n",
        seed,
        kills,
        times.size(),
        lost.size(),
        twice,
        extra,
        web.hits().size(),
        web.shortestPause().toMillis(),
        disallowed,
        days);
    assertThat(lost).describedAs(web.missing(lost)).isEmpty();
    assertThat(twice).isZero();
    assertThat(extra).isZero();
    assertThat(days).isLessThanOrEqualTo(MAX_DAYS);
    assertThat(disallowed).isZero();
    assertThat(web.shortestPause()).isGreaterThanOrEqualTo(DELAY);
  }

  private static void awaitAll(ChannelTail published, Set<String> wanted) {
    int before = -1;
    long end = 0;
    while (System.nanoTime() < end || before < 0) {
      Set<String> uris = uris(published);
      if (uris.containsAll(wanted)) {
        return;
      }
      if (uris.size() > before) {
        before = uris.size();
        end = System.nanoTime() + STALLED.toNanos();
      }
      published.settle(Duration.ofMillis(500));
    }
  }

  private static Set<String> uris(ChannelTail published) {
    Set<String> uris = new HashSet<>();
    published.records().forEach(r -> uris.add(r.key()));
    return uris;
  }

  private static Process start(Path folder, KafkaSettings settings) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx192m",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            "io.dateline.ingest.IngestMain");
    builder.environment().put("KAFKA_BOOTSTRAP", settings.bootstrap());
    builder.environment().put("DATELINE_SOURCES", folder.resolve("sources.yaml").toString());
    builder.environment().put("DATELINE_HOST_DELAY", DELAY.toMillis() + "ms");
    builder.environment().put("STATUS_PORT", "0");
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("ingest.log").toFile()));
    return builder.start();
  }
}
