package io.dateline.ingest;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.model.Channel;
import io.dateline.runtime.KafkaSettings;
import io.dateline.runtime.Platform;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TrapsTest {
  @RegisterExtension static final TestBroker BROKER = new TestBroker();

  private static final Duration LONG = Duration.ofSeconds(60);

  /** Polls go on meanwhile. */
  private static final Duration MORE = Duration.ofSeconds(4);

  /** Most requests for pages that are no articles in that time, of each outlet. */
  private static final long BUDGET = 60;

  @Test
  void trapsCostLittleAndBringNothing() throws Exception {
    try (TrapWeb web = new TrapWeb()) {
      KafkaSettings own = BROKER.own("traps.");
      IngestSettings settings = LineRig.settings(own, web.yaml());
      int all = TrapWeb.TRAPS.size() * TrapWeb.ARTICLES;
      Set<String> uris = new HashSet<>();
      try (ChannelTail articles = new ChannelTail(own, Channel.ARTICLES)) {
        try (IngestService service = IngestService.start(settings, Platform.create())) {
          articles.await(all, LONG);
          articles.settle(MORE);
        }
        articles.records().forEach(r -> uris.add(r.key()));
      }
      Map<String, Long> asked = new TreeMap<>();
      asked.putAll(
          web.hits().stream()
              .filter(h -> !h.path().contains("/news/"))
              .collect(groupingBy(TrapWeb.Hit::trap, counting())));
      System.out.println("traps: requests beside articles " + asked + ", articles " + uris.size());
      assertThat(uris).hasSize(all).allMatch(u -> u.contains("/news/"));
      assertThat(web.hits()).noneMatch(h -> h.path().startsWith("/honey"));
      assertThat(asked.values()).allMatch(n -> n <= BUDGET);
      assertThat(web.hits().stream().filter(h -> h.trap().equals("mirror")).count())
          .isLessThan(BUDGET);
    }
  }
}
