package io.dateline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.ingest.source.SourcesFile;
import io.dateline.model.Channel;
import io.dateline.model.PubStatus;
import io.dateline.model.SourceHealth;
import io.dateline.model.ninjs.CodecException;
import io.dateline.model.ninjs.SourceHealthCodec;
import io.dateline.runtime.KafkaSettings;
import io.dateline.runtime.Platform;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What happens to a source and its articles over time. */
class SourceLifeTest {
  @RegisterExtension static final TestBroker BROKER = new TestBroker();

  private static final Duration LONG = Duration.ofSeconds(60);

  private static List<SourceHealth> health(ChannelTail tail) throws CodecException {
    List<SourceHealth> told = new ArrayList<>();
    for (byte[] value : tail.values()) {
      if (value != null) {
        told.add(SourceHealthCodec.fromJson(value));
      }
    }
    return told;
  }

  @Test
  void changedAndWithdrawnArticlesBecomeVersions() throws Exception {
    try (SmallWeb web = new SmallWeb()) {
      web.article("/a", "Council agrees on budget", LineRig.BODY);
      web.feedOf("/feed", Map.of("/a", "Council agrees on budget"));
      KafkaSettings own = BROKER.own("versions.");
      IngestSettings settings = LineRig.settings(own, LineRig.yaml("small", web, "/feed"));
      try (ChannelTail articles = new ChannelTail(own, Channel.ARTICLES);
          IngestService service = IngestService.start(settings, Platform.create())) {
        articles.await(1, LONG);
        web.article("/a", "Council agrees on a larger budget", LineRig.BODY);
        web.feedOf("/feed", Map.of("/a", "Council agrees on a larger budget"));
        articles.await(2, LONG);
        web.article(
            "/a",
            "Council agrees on a larger budget",
            LineRig.BODY[0],
            LineRig.BODY[1],
            LineRig.BODY[2],
            "Correction: An earlier version of this article misstated the number of parties.");
        web.feedOf("/feed", Map.of("/a", "Council agrees on a larger budget, corrected"));
        articles.await(3, LONG);
        web.set("/a", 410, "text/plain", "gone");
        web.feedOf("/feed", Map.of("/a", "Withdrawn"));
        articles.await(4, LONG);
        articles.settle(Duration.ofSeconds(2));
        assertThat(LineRig.articles(articles))
            .extracting(a -> a.version())
            .containsExactly(1, 2, 3, 4);
        assertThat(articles.records())
            .extracting(
                r -> new String(r.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
            .containsExactly(
                "dateline.article.created",
                "dateline.article.updated",
                "dateline.article.corrected",
                "dateline.article.withdrawn");
        assertThat(LineRig.articles(articles).getLast().status()).isEqualTo(PubStatus.CANCELED);
        assertThat(LineRig.articles(articles).get(2).edNote()).contains("misstated");
      }
    }
  }

  @Test
  void aFeedThatMovesIsFollowedAndRememberedOverAStop() throws Exception {
    try (SmallWeb web = new SmallWeb()) {
      web.article("/a", "Council agrees on budget", LineRig.BODY);
      web.set("/old", new SmallWeb.Page(301, Map.of("Location", web.url("/new")), new byte[0]));
      web.feed("/new", List.of("/a"));
      KafkaSettings own = BROKER.own("moves.");
      IngestSettings settings = LineRig.settings(own, LineRig.yaml("small", web, "/old"));
      try (ChannelTail articles = new ChannelTail(own, Channel.ARTICLES)) {
        try (IngestService service = IngestService.start(settings, Platform.create())) {
          articles.await(1, LONG);
        }
        try (IngestService service = IngestService.start(settings, Platform.create())) {
          web.article("/b", "Council agrees on library", LineRig.BODY[2], LineRig.BODY[1]);
          web.feed("/new", List.of("/a", "/b"));
          articles.await(2, LONG);
        }
        assertThat(articles.records()).hasSize(2);
        assertThat(web.log()).containsOnlyOnce("/old");
      }
    }
  }

  @Test
  void healthIsToldOnItsChannelOutlivesAStopAndEndsWithTheSource() throws Exception {
    try (SmallWeb web = new SmallWeb()) {
      web.article("/a", "Council agrees on budget", LineRig.BODY);
      web.feed("/feed", List.of("/a"));
      KafkaSettings own = BROKER.own("health.");
      String yaml = LineRig.yaml("small", web, "/feed");
      String two =
          yaml.substring(0, yaml.length() - 1)
              + ", {id: bad, feeds: [\"%s\"], private: [\"%s\"], poll: {min: 1s, max: 2s}}]"
                  .formatted(web.url("/nothing"), web.authority());
      try (ChannelTail told = new ChannelTail(own, Channel.SOURCE_HEALTH)) {
        try (IngestService service =
            IngestService.start(LineRig.settings(own, two), Platform.create())) {
          await(told, "small", SourceHealth.State.WELL);
          await(told, "bad", SourceHealth.State.FAILING);
          assertThat(service.sources()).hasSize(2);
        }
        told.settle(Duration.ofMillis(500));
        SourceHealth last = last(told, "small");
        assertThat(last.lastNew()).isNotNull();
        assertThat(last(told, "bad").reason()).contains("http-status");
        IngestSettings without = LineRig.settings(own, yaml);
        assertThat(SourcesFile.parse(two).sources()).hasSize(2);
        try (IngestService service = IngestService.start(without, Platform.create())) {
          long end = System.nanoTime() + LONG.toNanos();
          while (told.records().stream().noneMatch(r -> r.value() == null)
              && System.nanoTime() < end) {
            told.settle(Duration.ofMillis(200));
          }
          told.settle(Duration.ofSeconds(1));
          assertThat(service.sources())
              .extracting(h -> h.source().value())
              .containsExactly("small");
          assertThat(service.sources().getFirst().begun()).isEqualTo(last.begun());
        }
        assertThat(told.records().stream().filter(r -> r.value() == null))
            .extracting(r -> r.key())
            .contains("bad")
            .doesNotContain("small");
      }
    }
  }

  private static SourceHealth last(ChannelTail told, String id) throws CodecException {
    return health(told).stream()
        .filter(h -> h.source().value().equals(id))
        .reduce((_, b) -> b)
        .orElseThrow();
  }

  private static void await(ChannelTail told, String id, SourceHealth.State state)
      throws CodecException {
    long end = System.nanoTime() + LONG.toNanos();
    while (health(told).stream().noneMatch(h -> h.source().value().equals(id) && h.state() == state)
        && System.nanoTime() < end) {
      told.settle(Duration.ofMillis(100));
    }
    assertThat(last(told, id).state()).isEqualTo(state);
  }
}
