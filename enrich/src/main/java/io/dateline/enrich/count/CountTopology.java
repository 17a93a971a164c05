package io.dateline.enrich.count;

import io.dateline.enrich.streaming.EnrichTopology;
import io.dateline.enrich.streaming.SlicedStore;
import io.dateline.model.Channel;
import io.dateline.runtime.KafkaSettings;
import java.time.Duration;
import java.util.Locale;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KGroupedStream;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.TimeWindows;
import org.apache.kafka.streams.state.WindowStore;

/**
 * enriched → what each record changes → (repartition by tag) → windows of an hour and of a day →
 * counts. An article counts in the hour of its newest version, under each of its topics with their
 * broader ones, the countries it is about, its language, its source, and "all".
 */
public final class CountTopology {

  /** Windows take changes for this long, and their numbers are kept as long on the channel. */
  public static final Duration KEPT = Duration.ofDays(30);

  private CountTopology() {}

  /** How long a window is; days are those of UTC. */
  enum Interval {
    HOUR(Duration.ofHours(1)),
    DAY(Duration.ofDays(1));

    private final Duration size;

    Interval(Duration size) {
      this.size = size;
    }

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The topology between the channels of these settings. */
  public static Topology build(KafkaSettings kafka) {
    StreamsBuilder builder = new StreamsBuilder(EnrichTopology.namesRequired());
    builder.addStateStore(SlicedStore.builder(CountVersions.STORE, KEPT));
    KGroupedStream<String, Numbers> byTag =
        builder.stream(
                kafka.topic(Channel.ENRICHED),
                Consumed.with(Serdes.String(), Serdes.ByteArray()).withName("enriched"))
            .process(() -> new CountVersions(KEPT), Named.as("count-versions"), CountVersions.STORE)
            .groupByKey(Grouped.with("by-tag", Serdes.String(), Numbers.serde()));
    windows(byTag, Interval.HOUR)
        .merge(windows(byTag, Interval.DAY), Named.as("hours-and-days"))
        .to(
            kafka.topic(Channel.COUNTS),
            Produced.with(Serdes.String(), Serdes.ByteArray()).withName("counts"));
    return builder.build();
  }

  /** The numbers of all windows of one length, each time they change. */
  private static KStream<String, byte[]> windows(
      KGroupedStream<String, Numbers> byTag, Interval interval) {
    String id = interval.id();
    Materialized<String, Numbers, WindowStore<Bytes, byte[]>> store =
        Materialized.<String, Numbers, WindowStore<Bytes, byte[]>>as("counts-by-" + id)
            .withKeySerde(Serdes.String())
            .withValueSerde(Numbers.serde())
            .withRetention(KEPT.plus(interval.size));
    return byTag
        .windowedBy(TimeWindows.ofSizeAndGrace(interval.size, KEPT))
        .aggregate(
            () -> Numbers.NONE, (tag, by, sum) -> sum.plus(by), Named.as("sum-by-" + id), store)
        .toStream(Named.as(id + "-windows"))
        .process(() -> new TellCounts(interval), Named.as("tell-" + id));
  }
}
