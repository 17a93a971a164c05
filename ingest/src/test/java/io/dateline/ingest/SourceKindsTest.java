package io.dateline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.model.Article;
import io.dateline.model.Channel;
import io.dateline.model.PubStatus;
import io.dateline.model.Reason;
import io.dateline.model.Rejection;
import io.dateline.runtime.KafkaSettings;
import io.dateline.runtime.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Sources that are no pages: folders of wires, and feeds that carry their texts themselves. */
class SourceKindsTest {
  @RegisterExtension static final TestBroker BROKER = new TestBroker();

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String WIRES =
      "sources: [{id: wire-one, language: en, feeds: [{url: \"wire:one\", kind: wire}]}]";

  private static String item(int id, String status, String time, String... paragraphs) {
    return "{\"uri\":\"urn:wire:%d\",\"type\":\"text\",\"language\":\"en\",\"pubStatus\":\"%s\",\"versionCreated\":\"%s\",\"headlines\":[{\"value\":\"Council agrees on budget\"}],\"bodies\":[{\"contentType\":\"text/html\",\"value\":\"<p>%s</p>\"}]}"
        .formatted(id, status, time, String.join("</p><p>", paragraphs));
  }

  @Test
  void filesOfAWireArePublishedOnceAndMoved(@TempDir Path wires) throws Exception {
    Path in = Files.createDirectories(wires.resolve("one"));
    IngestSettings settings = LineRig.settings(BROKER.own("wire."), WIRES).with(wires);
    String first =
        item(
            1, "usable", "2026-11-22T09:00:00Z", "BONN (AP) — " + LineRig.BODY[0], LineRig.BODY[1]);
    Files.writeString(in.resolve("a.json"), first);
    Files.writeString(in.resolve("bad.xml"), "<rss></rss>");
    Files.writeString(in.resolve("b.json.part"), "{");
    try (ChannelTail articles = new ChannelTail(settings.kafka(), Channel.ARTICLES);
        ChannelTail rejected = new ChannelTail(settings.kafka(), Channel.REJECTED)) {
      try (IngestService service = IngestService.start(settings, Platform.create())) {
        articles.await(1, LONG);
        rejected.await(1, LONG);
        awaitFile(in.resolve("done/a.json"));
        awaitFile(in.resolve("failed/bad.xml.reason.txt"));
        assertThat(in.resolve("b.json.part")).exists();
        halfThenWhole(
            in, item(2, "usable", "2026-11-22T09:01:00Z", LineRig.BODY[2], LineRig.BODY[0]));
        awaitFile(in.resolve("done/c.json"));
      }
      // the same again, an older version, a newer one, and a withdrawal; over a restart
      Files.writeString(in.resolve("a.json"), first);
      Files.writeString(
          in.resolve("d.json"), item(1, "usable", "2026-11-22T08:00:00Z", LineRig.BODY[2]));
      try (IngestService service = IngestService.start(settings, Platform.create())) {
        awaitFile(in.resolve("done/a.json.1"));
        awaitFile(in.resolve("done/d.json"));
        Files.writeString(
            in.resolve("e.json"),
            item(1, "usable", "2026-11-22T10:00:00Z", LineRig.BODY[1], LineRig.BODY[2]));
        awaitFile(in.resolve("done/e.json"));
        Files.writeString(in.resolve("f.json"), item(1, "canceled", "2026-11-22T11:00:00Z", "x"));
        awaitFile(in.resolve("done/f.json"));
        Files.writeString(in.resolve("g.json"), item(1, "canceled", "2026-11-22T11:00:01Z", "x"));
        awaitFile(in.resolve("done/g.json"));
      }
      articles.settle(Duration.ofMillis(500));
      List<Article> all = LineRig.articles(articles);
      assertThat(all)
          .extracting(a -> a.uri() + "#" + a.version() + " " + a.status())
          .containsExactlyInAnyOrder(
              "urn:wire:1#1 USABLE",
              "urn:wire:2#1 USABLE",
              "urn:wire:1#2 USABLE",
              "urn:wire:1#3 CANCELED");
      Article one =
          all.stream().filter(a -> a.uri().value().endsWith(":1")).findFirst().orElseThrow();
      assertThat(one.credits().agencies()).contains("AP");
      assertThat(one.dateline()).isNotNull();
      assertThat(one.provenance().source()).hasToString("wire-one");
      assertThat(one.status()).isEqualTo(PubStatus.USABLE);
      assertThat(LineRig.rejections(rejected))
          .extracting(Rejection::reason)
          .containsExactly(Reason.BAD_WIRE_FILE);
      assertThat(Files.readString(in.resolve("failed/bad.xml.reason.txt")))
          .contains("bad-wire-file");
    }
  }

  /** A wire that writes slowly under the final name: the file is taken when it is whole. */
  private static void halfThenWhole(Path in, String text) throws Exception {
    Path file = in.resolve("c.json");
    for (int i = 0; i < text.length(); i += text.length() / 6 + 1) {
      Files.writeString(
          file,
          text.substring(i, Math.min(text.length(), i + text.length() / 6 + 1)),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      Thread.sleep(400);
    }
  }

  private static void awaitFile(Path file) throws Exception {
    long end = System.nanoTime() + LONG.toNanos();
    while (!Files.exists(file) && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    assertThat(file).exists();
  }

  @Test
  void textsInTheFeedArePublishedWhenThereIsNoPageOrItIsClosed() throws Exception {
    try (SmallWeb web = new SmallWeb()) {
      String text = "<p>" + String.join("</p><p>", LineRig.BODY) + "</p>";
      web.set("/robots.txt", 200, "text/plain", "User-agent: *\nDisallow: /closed\n");
      jsonFeed(web, text);
      KafkaSettings own = BROKER.own("infeed.");
      IngestSettings settings = LineRig.settings(own, LineRig.yaml("infeed", web, "/feed"));
      try (ChannelTail articles = new ChannelTail(own, Channel.ARTICLES);
          ChannelTail rejected = new ChannelTail(own, Channel.REJECTED)) {
        try (IngestService service = IngestService.start(settings, Platform.create())) {
          articles.await(2, LONG);
          rejected.await(1, LONG);
        }
        jsonFeed(web, text.replace("Tuesday", "Wednesday"));
        try (IngestService service = IngestService.start(settings, Platform.create())) {
          articles.await(3, LONG);
          articles.settle(Duration.ofSeconds(3));
        }
        assertThat(LineRig.articles(articles))
            .extracting(a -> a.uri() + "#" + a.version())
            .containsExactlyInAnyOrder("urn:x:1#1", web.url("/closed/2") + "#1", "urn:x:1#2");
        assertThat(LineRig.articles(articles))
            .allSatisfy(a -> assertThat(a.text().paragraphs()).hasSize(3));
        assertThat(LineRig.rejections(rejected))
            .extracting(Rejection::reason)
            .contains(Reason.DISALLOWED);
        assertThat(web.log()).noneMatch(path -> path.startsWith("/closed"));
      }
    }
  }

  private static void jsonFeed(SmallWeb web, String text) throws IOException {
    String feed =
        """
        {"version":"https://jsonfeed.org/version/1.1","title":"T","items":[
         {"id":"urn:x:1","title":"Council agrees on budget","content_html":"%1$s"},
         {"id":"2","url":"%2$s","title":"Council agrees on library","content_html":"%1$s"},
         {"id":"3","url":"%3$s","title":"Closed and without text"}]}
        """
            .formatted(text, web.url("/closed/2"), web.url("/closed/3"));
    web.set("/feed", 200, "application/feed+json", feed);
  }
}
