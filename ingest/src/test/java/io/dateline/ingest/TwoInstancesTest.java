package io.dateline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.ingest.fetch.Politeness;
import io.dateline.model.Channel;
import io.dateline.runtime.KafkaSettings;
import io.dateline.runtime.Platform;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two instances watch the same hosts, one of them asked for by two sources. */
class TwoInstancesTest {
  @RegisterExtension static final TestBroker BROKER = new TestBroker();

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration DELAY = Duration.ofMillis(200);

  /** So many that one of them is the host that two sources share. */
  private static final int HOSTS = 6;

  @Test
  void aHostIsNeverAskedTwiceWithinItsDelayWhenInstancesComeAndGo() throws Exception {
    KafkaSettings own = BROKER.own("two.", 4);
    try (GeneratedWeb web = new GeneratedWeb(HOSTS, 5);
        ChannelTail articles = new ChannelTail(own, Channel.ARTICLES)) {
      IngestSettings settings =
          LineRig.settings(own, web.yaml()).with(new Politeness("Datelinebot", DELAY, 1, true));
      int all = settings.sources().size();
      assertThat(all).isGreaterThan(HOSTS);
      try (IngestService second = startSecond(settings, all)) {
        awaitSources(second, all); // the first has stopped: the second takes its hosts over
        long end = System.nanoTime() + LONG.toNanos();
        while (!seen(articles).containsAll(web.uris()) && System.nanoTime() < end) {
          articles.settle(Duration.ofMillis(200));
        }
      }
      assertThat(seen(articles)).containsAll(web.uris());
      assertThat(web.hits()).extracting(GeneratedWeb.Hit::host).contains(GeneratedWeb.host(5));
      assertThat(web.shortestPause()).isGreaterThanOrEqualTo(DELAY);
    }
  }

  /** The second joins while the first works, shares its hosts, and outlives it. */
  private static IngestService startSecond(IngestSettings settings, int all) throws Exception {
    try (IngestService first = IngestService.start(settings, Platform.create())) {
      awaitSources(first, all);
      IngestService second = IngestService.start(settings, Platform.create());
      long end = System.nanoTime() + LONG.toNanos();
      while (second.sources().isEmpty() && System.nanoTime() < end) {
        Thread.sleep(20);
      }
      assertThat(List.of(first, second)).noneMatch(service -> service.sources().isEmpty());
      Thread.sleep(DELAY.multipliedBy(10)); // both ask
      return second;
    }
  }

  private static void awaitSources(IngestService service, int count) throws InterruptedException {
    long end = System.nanoTime() + LONG.toNanos();
    while (service.sources().size() < count && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    assertThat(service.sources()).hasSize(count);
  }

  private static Set<String> seen(ChannelTail articles) {
    Set<String> uris = new HashSet<>();
    articles.records().forEach(r -> uris.add(r.key()));
    return uris;
  }
}
