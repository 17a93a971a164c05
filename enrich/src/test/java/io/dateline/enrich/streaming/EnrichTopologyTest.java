package io.dateline.enrich.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.enrich.EnrichSettings;
import io.dateline.enrich.Enricher;
import io.dateline.model.Article;
import io.dateline.model.CopyGroup;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.EventHeaders;
import io.dateline.model.PubStatus;
import io.dateline.model.Reason;
import io.dateline.model.Rejection;
import io.dateline.model.Stage;
import io.dateline.model.Tag;
import io.dateline.model.ninjs.ArticleCodec;
import io.dateline.model.ninjs.EnrichedCodec;
import io.dateline.model.ninjs.RejectionCodec;
import io.dateline.runtime.KafkaSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrichTopologyTest {
  private static final Instant NOW = TopologyLine.NOW;
  private static final InstantSource CLOCK = () -> NOW;

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private @TempDir Path folder;
  private TopologyLine line;

  @BeforeEach
  void start() {
    line = new TopologyLine(folder, Samples.enricher(), registry);
  }

  @AfterEach
  void stop() {
    line.close();
  }

  private void publish(Article article) {
    line.publish(article, NOW);
  }

  @Test
  void anArticleLeavesWithItsTagsUnderItsUri() throws Exception {
    publish(Samples.article("a", "In Syria the peace talks begin."));

    TestRecord<String, byte[]> record = line.enriched.readRecord();
    assertThat(record.key()).isEqualTo("https://news.example/a");
    assertThat(record.timestamp()).isEqualTo(NOW.toEpochMilli());
    EnrichedArticle article = EnrichedCodec.fromJson(record.value());
    assertThat(article.enrichment().codes(Tag.Kind.COUNTRY, Tag.Relation.ABOUT))
        .containsExactly("SY");
    assertThat(article.enrichment().codes(Tag.Kind.TOPIC, Tag.Relation.ABOUT))
        .containsExactly("20000068");
    assertThat(line.rejected.isEmpty()).isTrue();
  }

  @Test
  void headersOfTheArticleGoOnAndNameTheEnricher() {
    Article article = Samples.article("a", "Text.");
    RecordHeaders headers = new RecordHeaders();
    add(headers, "ce_id", "https://news.example/a#1");
    add(headers, "ce_type", "dateline.article.corrected");
    add(headers, "ce_source", "example");
    add(headers, "ce_backfill", "true");
    add(headers, "x-own", "kept");
    line.articles.pipeInput(
        new TestRecord<>(article.uri().value(), ArticleCodec.toJson(article), headers, NOW));

    var after = line.enriched.readRecord().headers();
    assertThat(value(after, "ce_id")).isEqualTo("https://news.example/a#1#" + Enricher.PIPELINE);
    assertThat(value(after, "ce_type")).isEqualTo("dateline.article.corrected");
    assertThat(value(after, "ce_source")).isEqualTo("example");
    assertThat(value(after, "ce_backfill")).isEqualTo("true");
    assertThat(value(after, "ce_dataschema")).isEqualTo(EnrichedCodec.SCHEMA);
    assertThat(value(after, "content-type")).isEqualTo("application/json");
    assertThat(value(after, "x-own")).isEqualTo("kept");
    assertThat(after.headers("ce_id")).hasSize(1);
  }

  @Test
  void theSameBodyElsewhereIsACopyOfTheFirst() throws Exception {
    publish(Samples.article("a", "One wire text of few words."));
    publish(Samples.article("b", "One  wire TEXT of few words."));
    publish(Samples.article("a", "One wire text of few words."));

    assertThat(line.next().enrichment().copyGroup())
        .isEqualTo(new CopyGroup("https://news.example/a", CopyGroup.Role.FIRST, 100));
    assertThat(line.next().enrichment().copyGroup())
        .isEqualTo(new CopyGroup("https://news.example/a", CopyGroup.Role.COPY, 100));
    assertThat(line.next().enrichment().copyGroup())
        .isEqualTo(new CopyGroup("https://news.example/a", CopyGroup.Role.FIRST, 100));
  }

  @Test
  void anErasurePassesAsAnErasureAndAWithdrawalAsCanceled() throws Exception {
    publish(
        Samples.article("a", "Text.").toBuilder().version(2).status(PubStatus.CANCELED).build());
    line.articles.pipeInput(
        new TestRecord<>("https://news.example/a", null, new RecordHeaders(), NOW));

    TestRecord<String, byte[]> withdrawn = line.enriched.readRecord();
    assertThat(EnrichedCodec.fromJson(withdrawn.value()).article().status())
        .isEqualTo(PubStatus.CANCELED);
    assertThat(value(withdrawn.headers(), "ce_type")).isEqualTo("dateline.article.withdrawn");
    TestRecord<String, byte[]> erased = line.enriched.readRecord();
    assertThat(erased.key()).isEqualTo("https://news.example/a");
    assertThat(erased.value()).isNull();
    assertThat(value(erased.headers(), "ce_type")).isEqualTo(EventHeaders.Type.ERASED.id());
  }

  @Test
  void whatIsNotAnArticleIsRejectedWithItsBytesAndTheLineGoesOn() throws Exception {
    line.articles.pipeInput("https://news.example/x", bytes("{not json"), NOW);
    line.articles.pipeInput("https://news.example/y", bytes("{\"uri\": 7}"), NOW);
    line.articles.pipeInput(new TestRecord<>(null, null, new RecordHeaders(), NOW));
    publish(Samples.article("a", "Text."));

    Rejection first = RejectionCodec.fromJson(line.rejected.readValue());
    assertThat(first.stage()).isEqualTo(Stage.DETECT_LANGUAGE);
    assertThat(first.reason()).isEqualTo(Reason.BAD_JSON);
    assertThat(first.subject()).isEqualTo("https://news.example/x");
    assertThat(first.origin()).isEqualTo("dateline.articles.v1-0@0");
    assertThat(first.payload()).isEqualTo(bytes("{not json"));
    assertThat(first.at()).isEqualTo(NOW);
    assertThat(RejectionCodec.fromJson(line.rejected.readValue()).reason())
        .isEqualTo(Reason.BAD_NINJS);
    assertThat(RejectionCodec.fromJson(line.rejected.readValue()).reason())
        .isEqualTo(Reason.BAD_NINJS);
    assertThat(line.next().article().uri().value()).isEqualTo("https://news.example/a");
  }

  @Test
  void aStageThatThrowsRejectsTheArticleUnderItsNameAndTheLineGoesOn() throws Exception {
    publish(Samples.article("bad", "boom"));
    publish(Samples.article("good", "Text."));

    TestRecord<String, byte[]> letter = line.rejected.readRecord();
    Rejection rejection = RejectionCodec.fromJson(letter.value());
    assertThat(letter.key()).isEqualTo("https://news.example/bad");
    assertThat(rejection.stage()).isEqualTo(Stage.TAG_TOPICS);
    assertThat(rejection.reason()).isEqualTo(Reason.INTERNAL_ERROR);
    assertThat(rejection.detail()).contains("planted");
    assertThat(line.next().article().uri().value()).isEqualTo("https://news.example/good");
  }

  @Test
  void theCountersOfEveryStageAddUp() {
    line.articles.pipeInput("https://news.example/x", bytes("{not json"), NOW);
    publish(Samples.article("bad", "boom"));
    publish(Samples.article("good", "Text."));

    assertThat(count("in", Stage.DETECT_LANGUAGE)).isEqualTo(3);
    assertThat(count("out", Stage.DETECT_LANGUAGE)).isEqualTo(2);
    assertThat(count("rejected", Stage.DETECT_LANGUAGE)).isEqualTo(1);
    assertThat(count("in", Stage.TAG_TOPICS)).isEqualTo(2);
    assertThat(count("out", Stage.TAG_TOPICS)).isEqualTo(1);
    assertThat(count("rejected", Stage.TAG_TOPICS)).isEqualTo(1);
    assertThat(count("in", Stage.GROUP)).isEqualTo(1);
    assertThat(count("out", Stage.GROUP)).isEqualTo(1);
  }

  @Test
  void theOperatorsAreNamedAfterTheStages() throws Exception {
    String expected;
    try (var in = getClass().getResourceAsStream("topology.txt")) {
      expected = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    String described =
        EnrichTopology.build(
                EnrichSettings.local(KafkaSettings.local("unused:1"), folder),
                Samples.enricher(),
                new EnrichMeters(registry),
                CLOCK)
            .describe()
            .toString();

    assertThat(described).isEqualToNormalizingNewlines(expected);
    for (Stage stage :
        List.of(Stage.DETECT_LANGUAGE, Stage.TAG_COUNTRIES, Stage.TAG_TOPICS, Stage.GROUP)) {
      assertThat(described).contains("Processor: " + stage.id() + " ");
    }
  }

  private double count(String what, Stage stage) {
    return registry.get("dateline_stage_" + what).tag("stage", stage.id()).counters().stream()
        .mapToDouble(c -> c.count())
        .sum();
  }

  private static void add(RecordHeaders headers, String name, String value) {
    headers.add(name, bytes(value));
  }

  private static String value(org.apache.kafka.common.header.Headers headers, String name) {
    return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
