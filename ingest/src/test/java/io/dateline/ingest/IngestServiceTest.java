package io.dateline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.embedded.EmbeddedKafka;
import io.dateline.ingest.fetch.Politeness;
import io.dateline.ingest.source.SourcesFile;
import io.dateline.model.Article;
import io.dateline.model.Channel;
import io.dateline.model.Reason;
import io.dateline.model.Rejection;
import io.dateline.model.ninjs.ArticleCodec;
import io.dateline.model.ninjs.RejectionCodec;
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

  private static final String[] BODY = {
    "The council met on Tuesday evening and agreed on a budget for the coming year after a long"
        + " debate that went on until midnight, officials said.",
    "Members of both parties spoke for the plan, which sets aside money for schools, roads and a"
        + " new library in the northern part of the town.",
    "Critics said that the figures were too hopeful, and asked for another report in spring before"
        + " the first contracts are signed."
  };

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
      web.article("/a", "Council agrees on budget", BODY);
      web.article("/b", "Council agrees on library", BODY[0], BODY[2], BODY[1]);
      web.set("/c", 200, "text/html", "");
      web.feed("/feed", List.of("/a", "/b", "/c", "/gone"));
      KafkaSettings own = new KafkaSettings(settings.bootstrap(), "once.", 2, 1);
      IngestSettings ingest = settings(own, web);
      try (ChannelTail articles = new ChannelTail(own, Channel.ARTICLES);
          ChannelTail rejected = new ChannelTail(own, Channel.REJECTED)) {
        try (IngestService service = IngestService.start(ingest, Platform.create())) {
          assertThat(articles.await(2, Duration.ofSeconds(20))).hasSize(2);
          assertThat(rejected.await(2, Duration.ofSeconds(20))).hasSize(2);
        }
        web.article("/d", "A third piece of news", BODY[1], BODY[0], BODY[2]);
        web.feed("/feed", List.of("/d", "/a", "/b", "/c", "/gone"));
        try (IngestService service = IngestService.start(ingest, Platform.create())) {
          articles.await(3, Duration.ofSeconds(20));
          articles.settle(Duration.ofSeconds(2));
        }
        List<Article> all = articles.values().stream().map(IngestServiceTest::article).toList();
        assertThat(all)
            .extracting(a -> a.uri().value())
            .containsExactlyInAnyOrder(web.url("/a"), web.url("/b"), web.url("/d"));
        assertThat(all).allSatisfy(a -> assertThat(a.version()).isEqualTo(1));
        rejected.settle(Duration.ofMillis(500));
        assertThat(rejected.values().stream().map(IngestServiceTest::rejection))
            .extracting(Rejection::reason)
            .containsExactlyInAnyOrder(Reason.EMPTY, Reason.HTTP_STATUS);
        assertThat(web.log()).containsOnlyOnce("/a", "/b", "/c", "/d");
      }
    }
  }

  private static IngestSettings settings(KafkaSettings kafka, SmallWeb web) {
    String yaml =
        """
        sources:
          - id: small
            name: Small web
            country: GB
            language: en
            feeds: [%s]
            private: ["%s"]
            poll: {min: 1s, max: 10s}
        """
            .formatted(web.url("/feed"), web.authority());
    SourcesFile file = SourcesFile.parse(yaml);
    assertThat(file.mistakes()).isEmpty();
    return IngestSettings.of(kafka, file.sources())
        .with(new Politeness("Datelinebot", Duration.ofMillis(10), 1, true));
  }

  private static Article article(byte[] json) {
    try {
      return ArticleCodec.fromJson(json);
    } catch (io.dateline.model.ninjs.CodecException e) {
      throw new AssertionError(e);
    }
  }

  private static Rejection rejection(byte[] json) {
    try {
      return RejectionCodec.fromJson(json);
    } catch (io.dateline.model.ninjs.CodecException e) {
      throw new AssertionError(e);
    }
  }
}
