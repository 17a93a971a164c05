package io.dateline.enrich.streaming;

import io.dateline.enrich.EnrichSettings;
import io.dateline.enrich.Enricher;
import io.dateline.model.Channel;
import io.dateline.model.Stage;
import io.dateline.runtime.KafkaSettings;
import java.time.InstantSource;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * articles → detect-language → tag-countries → tag-topics → (repartition by language) → group →
 * enriched. The operators are the stages. The news of stories go from group to all its partitions,
 * so that stories are linked across languages; what links them only then goes to story-links.
 */
public final class EnrichTopology {

  /** Room left for headers and key in a record of the largest size, in bytes. */
  static final int RECORD_OVERHEAD_BYTES = 64 * 1024;

  private EnrichTopology() {}

  /** The topology between the channels of these settings. */
  public static Topology build(
      EnrichSettings settings, Enricher enricher, EnrichMeters meters, InstantSource clock) {
    KafkaSettings kafka = settings.kafka();
    CommitPace pace = new CommitPace(settings.commitInterval(), clock);
    StreamsBuilder builder = new StreamsBuilder(namesRequired());
    int maxRecordBytes = KafkaSettings.MAX_RECORD_BYTES - RECORD_OVERHEAD_BYTES;
    GroupStores.add(builder, settings.remembered());
    KStream<Route, byte[]> grouped =
        builder.stream(
                kafka.topic(Channel.ARTICLES),
                Consumed.with(Serdes.String(), Serdes.ByteArray()).withName("articles"))
            .process(() -> new DetectLanguage(enricher, meters), named(Stage.DETECT_LANGUAGE))
            .process(() -> new TagCountries(enricher, meters), named(Stage.TAG_COUNTRIES))
            .process(
                () -> new TagTopics(enricher, meters, maxRecordBytes, pace),
                named(Stage.TAG_TOPICS))
            .repartition(repartitioned("by-language", kafka))
            .process(() -> new Group(meters, clock, pace), named(Stage.GROUP), GroupStores.NAMES);
    KStream<Route, byte[]> heard =
        grouped
            .filterNot((route, value) -> route.isArticle(), Named.as("news"))
            .repartition(repartitioned("stories", kafka))
            .process(
                () -> new HearNews(kafka.partitions()), Named.as("hear-news"), GroupStores.NAMES);
    heard
        .filter((route, value) -> route.isStory(), Named.as("late-links"))
        .selectKey((route, value) -> route.subject(), Named.as("by-story"))
        .to(kafka.topic(Channel.STORY_LINKS), produced("story-links"));
    grouped
        .filter((route, value) -> route.isArticle(), Named.as("grouped-articles"))
        .merge(
            heard.filterNot((route, value) -> route.isStory(), Named.as("erasures")),
            Named.as("with-erasures"))
        .selectKey((route, value) -> route.uri(), Named.as("by-uri"))
        .to(kafka.topic(Channel.ENRICHED), produced("enriched"));
    return builder.build();
  }

  /**
   * Both have a fixed number of partitions: the news of stories flow back into the very tasks that
   * tell them, so Kafka Streams cannot derive it.
   */
  private static Repartitioned<Route, byte[]> repartitioned(String name, KafkaSettings kafka) {
    return Repartitioned.with(Route.serde(), Serdes.ByteArray())
        .withName(name)
        .withNumberOfPartitions(kafka.partitions())
        .withStreamPartitioner(Route.partitioner());
  }

  private static Produced<String, byte[]> produced(String name) {
    return Produced.with(Serdes.String(), Serdes.ByteArray()).withName(name);
  }

  private static Named named(Stage stage) {
    return Named.as(stage.id());
  }

  /** Internal channels and stores have names of ours: a change of the topology keeps them. */
  public static TopologyConfig namesRequired() {
    return new TopologyConfig(
        new StreamsConfig(
            java.util.Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG, "enrich",
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1",
                StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true)));
  }
}
