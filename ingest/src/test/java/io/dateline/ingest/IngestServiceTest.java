package io.dateline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.model.Article;
import io.dateline.model.Channel;
import io.dateline.model.Reason;
import io.dateline.model.Rejection;
import io.dateline.runtime.KafkaSettings;
import io.dateline.runtime.Platform;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IngestServiceTest {
  @RegisterExtension static final TestBroker BROKER = new TestBroker();

  @Test
  void articlesOfAFeedArePublishedOnceOverARestart() throws Exception {
    try (SmallWeb web = new SmallWeb()) {
      web.article("/a", "Council agrees on budget", LineRig.BODY);
      web.article(
          "/b", "Council agrees on library", LineRig.BODY[0], LineRig.BODY[2], LineRig.BODY[1]);
      web.set("/c", 200, "text/html", "");
      web.feed("/feed", List.of("/a", "/b", "/c", "/gone"));
      KafkaSettings own = BROKER.own("once.");
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

  @Test
  void aFeedLongerThanOnePollTakesIsReadToItsEndAlthoughItDoesNotChange() throws Exception {
    int entries = 1_050; // a poll takes 1,000
    try (SmallWeb web = new SmallWeb()) {
      web.set("/robots.txt", 200, "text/plain", "User-agent: *\nDisallow: /news/");
      web.feed("/feed", IntStream.range(0, entries).mapToObj(n -> "/news/" + n).toList());
      web.tag("/feed", "\"same\"");
      KafkaSettings own = BROKER.own("long.");
      IngestSettings ingest = LineRig.settings(own, LineRig.yaml("long", web, "/feed"));
      try (ChannelTail rejected = new ChannelTail(own, Channel.REJECTED);
          IngestService service = IngestService.start(ingest, Platform.create())) {
        assertThat(rejected.await(entries, Duration.ofSeconds(60))).hasSize(entries);
        assertThat(web.notModified()).isLessThan(5); // a full poll comes only after ten
      }
    }
  }
}
