package io.dateline.enrich.streaming;

import io.dateline.enrich.EnrichSettings;
import io.dateline.enrich.Enricher;
import io.dateline.model.Article;
import io.dateline.model.Channel;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.ninjs.ArticleCodec;
import io.dateline.model.ninjs.CodecException;
import io.dateline.model.ninjs.EnrichedCodec;
import io.dateline.runtime.KafkaSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The real topology with its real stores, without a broker; one partition. */
final class TopologyLine implements AutoCloseable {

  /** Texts, stories and articles it finds again. */
  static final int REMEMBERED = 1_000;

  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final InstantSource CLOCK = () -> NOW;

  private final TopologyTestDriver driver;
  final TestInputTopic<String, byte[]> articles;
  final TestOutputTopic<String, byte[]> enriched;
  final TestOutputTopic<String, byte[]> rejected;

  TopologyLine(Path folder, Enricher enricher, MeterRegistry registry) {
    KafkaSettings kafka = new KafkaSettings("unused:1", Channel.DEFAULT_PREFIX, 1, 1);
    EnrichSettings settings =
        new EnrichSettings(kafka, folder, 1, Duration.ofMillis(25), 0, REMEMBERED);
    EnrichMeters meters = new EnrichMeters(registry);
    Properties properties = new Properties();
    properties.putAll(StreamsProperties.of(settings, new BrokerFeatures(2, false), meters, CLOCK));
    driver =
        new TopologyTestDriver(EnrichTopology.build(settings, enricher, meters, CLOCK), properties);
    articles =
        driver.createInputTopic(
            "dateline.articles.v1", new StringSerializer(), new ByteArraySerializer());
    enriched = output("dateline.enriched.v1");
    rejected = output("dateline.rejected.v1");
  }

  private TestOutputTopic<String, byte[]> output(String topic) {
    return driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer());
  }

  /** Publishes an article at a time. */
  void publish(Article article, Instant at) {
    articles.pipeInput(
        new TestRecord<>(
            article.uri().value(), ArticleCodec.toJson(article), new RecordHeaders(), at));
  }

  /** The next enriched article. */
  EnrichedArticle next() throws CodecException {
    return EnrichedCodec.fromJson(enriched.readValue());
  }

  @Override
  public void close() {
    driver.close();
  }
}
