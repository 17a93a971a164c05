package io.dateline.enrich.streaming;

import io.dateline.enrich.Enricher;
import io.dateline.model.Channel;
import io.dateline.model.Stage;
import io.dateline.runtime.KafkaSettings;
import java.time.Duration;
import java.time.InstantSource;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;

/**
 * articles → detect-language → tag-countries → tag-topics → (repartition by language) → group →
 * enriched. The operators are the stages.
 */
public final class EnrichTopology {

  /** Store: body hash to the uri seen first. */
  static final String COPIES = "copies";

  /** How long a text is remembered to find its copies. */
  static final Duration COPIES_KEPT = Duration.ofDays(14);

  /** Room left for headers and key in a record of the largest size, in bytes. */
  static final int RECORD_OVERHEAD_BYTES = 64 * 1024;

  private EnrichTopology() {}

  /** The topology between the channels of these settings. */
  public static Topology build(
      KafkaSettings kafka, Enricher enricher, EnrichMeters meters, InstantSource clock) {
    StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(namesRequired()));
    int maxRecordBytes = KafkaSettings.MAX_RECORD_BYTES - RECORD_OVERHEAD_BYTES;
    builder.addStateStore(copies());
    builder.stream(
            kafka.topic(Channel.ARTICLES),
            Consumed.with(Serdes.String(), Serdes.ByteArray()).withName("articles"))
        .process(() -> new DetectLanguage(enricher, meters), named(Stage.DETECT_LANGUAGE))
        .process(() -> new TagCountries(enricher, meters), named(Stage.TAG_COUNTRIES))
        .process(() -> new TagTopics(enricher, meters, maxRecordBytes), named(Stage.TAG_TOPICS))
        .repartition(
            Repartitioned.with(Route.serde(), Serdes.ByteArray())
                .withName("by-language")
                .withStreamPartitioner(Route.partitioner()))
        .process(() -> new Group(meters, clock), named(Stage.GROUP), COPIES)
        .to(
            kafka.topic(Channel.ENRICHED),
            Produced.with(Serdes.String(), Serdes.ByteArray()).withName("enriched"));
    return builder.build();
  }

  private static Named named(Stage stage) {
    return Named.as(stage.id());
  }

  private static StoreBuilder<WindowStore<String, String>> copies() {
    return Stores.windowStoreBuilder(
        Stores.persistentWindowStore(COPIES, COPIES_KEPT, COPIES_KEPT, false),
        Serdes.String(),
        Serdes.String());
  }

  private static StreamsConfig namesRequired() {
    return new StreamsConfig(
        java.util.Map.of(
            StreamsConfig.APPLICATION_ID_CONFIG, "enrich",
            StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1",
            StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true));
  }
}
