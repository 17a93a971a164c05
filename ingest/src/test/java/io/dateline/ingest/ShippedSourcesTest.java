package io.dateline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.ingest.source.Source;
import io.dateline.ingest.source.SourcesFile;
import io.dateline.model.Channel;
import io.dateline.model.SourceHealth;
import io.dateline.runtime.KafkaSettings;
import io.dateline.runtime.Platform;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The shipped sources on a machine that reaches none of them, and one outlet that it does reach.
 */
class ShippedSourcesTest {
  @RegisterExtension static final TestBroker BROKER = new TestBroker();

  private static final Duration LONG = Duration.ofMinutes(2);

  @Test
  void eachShowsItsReasonAndBacksOffAndTheOthersGoOn() throws Exception {
    Path file = Path.of(System.getProperty("dateline.root", ".."), "sources.yaml");
    List<Source> shipped = SourcesFile.parse(Files.readString(file)).sources();
    Map<String, Integer> asked = new ConcurrentHashMap<>();
    try (SmallWeb web = new SmallWeb()) {
      web.article("/a", "Council agrees on budget", LineRig.BODY);
      web.feed("/feed", List.of("/a"));
      KafkaSettings settings = BROKER.own("shipped.");
      IngestSettings small = LineRig.settings(settings, LineRig.yaml("small", web, "/feed"));
      List<Source> all = new ArrayList<>(shipped);
      all.addAll(small.sources());
      IngestSettings both =
          IngestSettings.of(settings, all)
              .with(small.politeness())
              .with(host -> {
                if (host.equals("127.0.0.1")) {
                  return new InetAddress[] {InetAddress.getByName(host)};
                }
                asked.merge(host, 1, Integer::sum);
                throw new UnknownHostException(host);
              });
      try (ChannelTail articles = new ChannelTail(settings, Channel.ARTICLES);
          IngestService service = IngestService.start(both, Platform.create())) {
        articles.await(1, LONG);
        assertThat(articles.records()).hasSize(1);
        long end = System.nanoTime() + LONG.toNanos();
        while (failing(service).size() < shipped.size() && System.nanoTime() < end) {
          Thread.sleep(200);
        }
        assertThat(failing(service))
            .hasSameSizeAs(shipped)
            .allSatisfy(h -> assertThat(h.reason()).isNotBlank());
        assertThat(asked.values()).allSatisfy(n -> assertThat(n).isLessThanOrEqualTo(3));
        web.article("/b", "Council agrees on library", LineRig.BODY[2], LineRig.BODY[1]);
        web.feed("/feed", List.of("/a", "/b"));
        assertThat(articles.await(2, LONG)).hasSize(2);
      }
    }
  }

  private static List<SourceHealth> failing(IngestService service) {
    return service.sources().stream().filter(h -> h.state() == SourceHealth.State.FAILING).toList();
  }
}
