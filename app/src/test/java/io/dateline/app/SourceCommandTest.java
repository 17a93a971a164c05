package io.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.app.line.SourceGate;
import io.dateline.embedded.EmbeddedKafka;
import io.dateline.ingest.SourceDesk;
import io.dateline.ingest.source.Source;
import io.dateline.model.SourceId;
import io.dateline.runtime.ChannelSetup;
import io.dateline.runtime.KafkaSettings;
import io.dateline.serve.http.SourceIntake;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources of a line, added from outside. */
class SourceCommandTest {
  @TempDir Path folder;
  private EmbeddedKafka kafka;
  private KafkaSettings settings;

  @BeforeEach
  void start() throws Exception {
    kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
    settings = KafkaSettings.local(kafka.bootstrap());
    ChannelSetup.ensure(settings);
  }

  @AfterEach
  void stop() {
    kafka.close();
  }

  private int run(String... arguments) {
    return Dateline.commandLine().execute(arguments);
  }

  @Test
  void feedListsComeInAndGoOutAndSingleFeedsJoinThem() throws Exception {
    Path list = folder.resolve("in.opml");
    Files.writeString(
        list,
        """
        <opml version="2.0"><body>
          <outline type="rss" text="One" xmlUrl="https://feeds.one.example/rss" language="de"/>
          <outline type="rss" text="Two" xmlUrl="https://two.example/rss"/></body></opml>
        """);
    String at = kafka.bootstrap();
    assertThat(run("source", "import", list.toString(), "--kafka", at)).isZero();
    assertThat(run("source", "add", "https://three.example/f", "--kind", "auto", "--kafka", at))
        .isZero();
    assertThat(run("source", "add", "https://three.example/g", "--kind", "page", "--kafka", at))
        .isEqualTo(1);
    assertThat(run("source", "remove", "two-example", "--kafka", at)).isZero();
    assertThat(run("source", "remove", "two-example", "--kafka", at)).isEqualTo(1);
    Path out = folder.resolve("out.opml");
    assertThat(run("source", "export", out.toString(), "--kafka", at)).isZero();
    assertThat(Files.readString(out))
        .contains("https://feeds.one.example/rss", "https://three.example/f", "\"de\"")
        .doesNotContain("two.example", "three.example/g");
  }

  private SourceIntake.Result post(String json) {
    return new SourceGate(settings).add(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatComesOverHttpIsValidatedAndWatched() {
    assertThat(post("{\"url\":\"https://www.four.example/feed\",\"kind\":\"section\"}"))
        .isInstanceOfSatisfying(
            SourceIntake.Added.class,
            added -> {
              assertThat(added.id()).isEqualTo("four-example");
              assertThat(new String(added.json(), StandardCharsets.UTF_8)).contains("section");
            });
    assertThat(post("{\"url\":\"https://www.four.example/other\"}"))
        .isEqualTo(new SourceIntake.Taken("four-example"));
    for (String wrong :
        new String[] {
          "",
          "[]",
          "{}",
          "{\"url\":\"ftp://a.example/\"}",
          "{\"url\":\"https://\"}",
          "{\"url\":\"wire:secrets\"}",
          "{\"url\":\"http://127.0.0.1/feed\"}",
          "{\"url\":\"http://[fe80::1]/feed\"}",
          "{\"url\":\"http://db.internal/feed\"}",
          "{\"url\":\"https://a.example:22/feed\"}",
          "{\"url\":\"https://a.example/\",\"private\":[\"169.254.169.254\"]}",
          "{\"id\":\"Bad Id\",\"feeds\":[\"https://a.example/\"]}",
          "{\"url\":\"https://a.example/\",\"country\":\"XX\"}",
          "{\"url\":\"https://a.example/\",\"poll\":{\"min\":\"soon\"}}"
        }) {
      assertThat(post(wrong)).as(wrong).isInstanceOf(SourceIntake.Refused.class);
    }
    assertThat(new SourceDesk(settings).all())
        .extracting(Source::id)
        .containsExactly(new SourceId("four-example"));
  }
}
