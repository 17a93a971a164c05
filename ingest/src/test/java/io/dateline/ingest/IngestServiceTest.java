package io.dateline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.embedded.EmbeddedKafka;
import io.dateline.model.Article;
import io.dateline.model.Channel;
import io.dateline.model.Reason;
import io.dateline.model.Rejection;
import io.dateline.runtime.KafkaSettings;
import io.dateline.runtime.Platform;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IngestServiceTest {

  private EmbeddedKafka kafka;
  private KafkaSettings settings;

  @BeforeAll
  void startKafka(@TempDir Path data) {
    kafka = EmbeddedKafka.start(data, 0);
    settings = KafkaSettings.local(kafka.bootstrap());
  }

  @AfterAll
  void stopKafka() {
    kafka.close();
  }

  @Test
  void articlesOfAFeedArePublishedOnceOverARestart() throws Exception {
    try (SmallWeb web = new SmallWeb()) {
      web.article("/a", "Council agrees on budget", LineRig.BODY);
      web.article(
          "/b", "Council agrees on library", LineRig.BODY[0], LineRig.BODY[2], LineRig.BODY[1]);
      web.set("/c", 200, "text/html", "");
      web.feed("/feed", List.of("/a", "/b", "/c", "/gone"));
      KafkaSettings own = new KafkaSettings(settings.bootstrap(), "once.", 2, 1);
      IngestSettings ingest = LineRig.settings(own, LineRig.yaml("small", web, "/feed"));
      try (ChannelTail articles = new ChannelTail(own, Channel.ARTICLES);
          ChannelTail rejected = new ChannelTail(own, Channel.REJECTED)) {
        try (IngestService service = IngestService.start(ingest, Platform.create())) {
          assertThat(articles.await(2, Duration.ofSeconds(20))).hasSize(2);
          assertThat(rejected.await(2, Duration.ofSeconds(20))).hasSize(2);
        }
        web.article(
            "/d", "A third piece of news", LineRig.BODY[1], LineRig.BODY[0], LineRig.BODY[2]);
        web.feed("/feed", List.of("/d", "/a", "/b", "/c", "/gone"));
        try (IngestService service = IngestService.start(ingest, Platform.create())) {
          articles.await(3, Duration.ofSeconds(20));
          articles.settle(Duration.ofSeconds(2));
        }
        List<Article> all = LineRig.articles(articles);
        assertThat(all)
            .extracting(a -> a.uri().value())
            .containsExactlyInAnyOrder(web.url("/a"), web.url("/b"), web.url("/d"));
        assertThat(all).allSatisfy(a -> assertThat(a.version()).isEqualTo(1));
        rejected.settle(Duration.ofMillis(500));
        assertThat(LineRig.rejections(rejected))
            .extracting(Rejection::reason)
            .containsExactlyInAnyOrder(Reason.EMPTY, Reason.HTTP_STATUS);
        assertThat(web.log()).containsOnlyOnce("/a", "/b", "/c", "/d");
      }
    }
  }
}
