package io.dateline.enrich.count;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.enrich.EnrichSettings;
import io.dateline.enrich.streaming.BrokerFeatures;
import io.dateline.enrich.streaming.EnrichMeters;
import io.dateline.enrich.streaming.StreamsProperties;
import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.Channel;
import io.dateline.model.CopyGroup;
import io.dateline.model.Dates;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.Enrichment;
import io.dateline.model.LanguageTag;
import io.dateline.model.PubStatus;
import io.dateline.model.Tag;
import io.dateline.model.Text;
import io.dateline.model.ninjs.EnrichedCodec;
import io.dateline.model.ninjs.Json;
import io.dateline.runtime.KafkaSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountTopologyTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:30:00Z");
  private static final KafkaSettings KAFKA =
      new KafkaSettings("unused:1", Channel.DEFAULT_PREFIX, 1, 1);

  private @TempDir Path folder;
  private TopologyTestDriver driver;
  private TestInputTopic<String, byte[]> enriched;
  private TestOutputTopic<String, byte[]> counts;
  private final Map<String, String> numbers = new TreeMap<>();

  @BeforeEach
  void start() {
    Properties properties = new Properties();
    properties.putAll(
        StreamsProperties.counting(
            StreamsProperties.of(
                EnrichSettings.local(KAFKA, folder),
                new BrokerFeatures(2, false),
                new EnrichMeters(new SimpleMeterRegistry()),
                InstantSource.system()),
            KAFKA));
    driver = new TopologyTestDriver(CountTopology.build(KAFKA), properties);
    enriched =
        driver.createInputTopic(
            "dateline.enriched.v1", new StringSerializer(), new ByteArraySerializer());
    counts =
        driver.createOutputTopic(
            "dateline.counts.v1", new StringDeserializer(), new ByteArrayDeserializer());
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  private static Article article(String path, int version, String hour) {
    OffsetDateTime at = OffsetDateTime.parse("2026-11-22T" + hour + ":10:00Z");
    return Article.builder(
            new ArticleUri("https://news.example/" + path), Text.of("Headline", "Text."))
        .version(version)
        .dates(new Dates(at, at))
        .build();
  }

  private static EnrichedArticle enriched(Article article, String country, CopyGroup.Role role) {
    Tag tag =
        new Tag(Tag.Kind.COUNTRY, country, "x", Tag.Relation.ABOUT, 90, "name", false, List.of());
    return new EnrichedArticle(
        article,
        new Enrichment(
            "1",
            "1",
            new LanguageTag("en"),
            List.of(tag),
            new CopyGroup("g", role, 100),
            null,
            List.of(),
            List.of()));
  }

  private void send(EnrichedArticle article) {
    send(article.article().uri().value(), EnrichedCodec.toJson(article));
  }

  private void send(@Nullable String uri, byte @Nullable [] value) {
    enriched.pipeInput(new TestRecord<>(uri, value, NOW));
  }

  /** The newest "articles/withoutCopies" under a key of the channel. */
  private @Nullable String number(String key) throws Exception {
    while (!counts.isEmpty()) {
      TestRecord<String, byte[]> record = counts.readRecord();
      ObjectNode node = Json.read(record.value());
      assertThat(record.key())
          .isEqualTo(
              String.join(
                  "/",
                  node.get("interval").asText(),
                  node.get("start").asText(),
                  node.get("by").asText(),
                  node.get("value").asText()));
      numbers.put(
          record.key(), node.get("articles").asLong() + "/" + node.get("withoutCopies").asLong());
    }
    return numbers.get(key);
  }

  @Test
  void articlesAreCountedByHourAndDayUnderAllTheirTags() throws Exception {
    send(enriched(article("a", 1, "10"), "SY", CopyGroup.Role.FIRST));
    send(enriched(article("b", 1, "10"), "SY", CopyGroup.Role.COPY));
    send(enriched(article("c", 1, "11"), "RU", CopyGroup.Role.FIRST));

    assertThat(number("hour/2026-11-22T10:00:00Z/all/")).isEqualTo("2/1");
    assertThat(number("hour/2026-11-22T10:00:00Z/country/SY")).isEqualTo("2/1");
    assertThat(number("hour/2026-11-22T11:00:00Z/country/RU")).isEqualTo("1/1");
    assertThat(number("day/2026-11-22T00:00:00Z/all/")).isEqualTo("3/2");
    assertThat(number("day/2026-11-22T00:00:00Z/language/en")).isEqualTo("3/2");
    assertThat(number("day/2026-11-22T00:00:00Z/source/")).isEqualTo("3/2");
  }

  @Test
  void laterVersionCountsInPlaceOfTheEarlierOneAndAnOlderOneForNothing() throws Exception {
    send(enriched(article("a", 1, "10"), "SY", CopyGroup.Role.FIRST));
    send(enriched(article("a", 2, "11"), "RU", CopyGroup.Role.FIRST));
    send(enriched(article("a", 1, "10"), "SY", CopyGroup.Role.FIRST));

    assertThat(number("hour/2026-11-22T10:00:00Z/country/SY")).isEqualTo("0/0");
    assertThat(number("hour/2026-11-22T11:00:00Z/country/RU")).isEqualTo("1/1");
    assertThat(number("day/2026-11-22T00:00:00Z/all/")).isEqualTo("1/1");
  }

  @Test
  void whatIsErasedOrWithdrawnCountsNoMore() throws Exception {
    send(enriched(article("a", 1, "10"), "SY", CopyGroup.Role.FIRST));
    send(enriched(article("b", 1, "10"), "SY", CopyGroup.Role.FIRST));
    send("https://news.example/a", null);
    Article withdrawn = article("b", 2, "10").toBuilder().status(PubStatus.CANCELED).build();
    send(enriched(withdrawn, "SY", CopyGroup.Role.FIRST));
    assertThat(number("day/2026-11-22T00:00:00Z/country/SY")).isEqualTo("0/0");

    send(enriched(article("a", 1, "10"), "SY", CopyGroup.Role.FIRST));
    assertThat(number("day/2026-11-22T00:00:00Z/country/SY")).isEqualTo("1/1");
  }

  @Test
  void whatIsOlderThanCountsAreKeptIsLeftOutAndWhatIsNoArticleToo() throws Exception {
    OffsetDateTime old = OffsetDateTime.parse("1969-05-01T00:00:00Z");
    Article archived = article("old", 1, "10").toBuilder().dates(new Dates(old, old)).build();
    send(enriched(archived, "SY", CopyGroup.Role.FIRST));
    send("https://news.example/x", "{}".getBytes(StandardCharsets.UTF_8));
    send("no uri", null);
    send(null, "{}".getBytes(StandardCharsets.UTF_8));
    send(enriched(article("a", 1, "10"), "SY", CopyGroup.Role.FIRST));

    assertThat(number("day/2026-11-22T00:00:00Z/country/SY")).isEqualTo("1/1");
    assertThat(numbers.keySet()).allMatch(key -> key.contains("/2026-11-22T"));
  }

  @Test
  void theTopologyIsTheOneThatWasReviewed() throws Exception {
    String expected;
    try (var in = getClass().getResourceAsStream("topology.txt")) {
      expected = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertThat(CountTopology.build(KAFKA).describe().toString())
        .isEqualToNormalizingNewlines(expected);
  }
}
