package io.dateline.serve.watch;

import io.dateline.runtime.Platform;
import io.dateline.serve.live.ChannelFollower;
import io.dateline.serve.live.ConsumerFactory;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads the channels of watches and matches from their beginnings and follows them. */
public final class WatchReader implements ChannelFollower.Reading {
  private final Watches watches;
  private final Topics topics;
  private final Map<TopicPartition, Long> read = new ConcurrentHashMap<>();

  /**
   * The Kafka topics.
   *
   * @param watches of saved queries
   * @param matches of hits
   * @param enriched of articles
   */
  public record Topics(String watches, String matches, String enriched) {}

  /** A reader that is to be started. */
  public WatchReader(Watches watches, Topics topics) {
    this.watches = watches;
    this.topics = topics;
  }

  /** Starts; readiness part "watches" is up once all watches are known. */
  public ChannelFollower start(ConsumerFactory consumers, Platform platform) {
    var channels =
        new ChannelFollower.Channels("watches", List.of(topics.watches(), topics.matches()));
    return ChannelFollower.start(channels, consumers, platform, this);
  }

  Topics topics() {
    return topics;
  }

  /** Whether everything before these offsets was read. */
  boolean hasRead(Map<TopicPartition, Long> ends) {
    return watches.isReady()
        && ends.entrySet().stream()
            .allMatch(end -> read.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }

  @Override
  public void take(ConsumerRecord<String, byte[]> record) {
    if (record.topic().equals(topics.watches())) {
      watches.apply(record.key(), record.value());
    } else if (record.value() != null) {
      watches.applyHit(record.value());
    }
  }

  @Override
  public void polled(Map<TopicPartition, Long> next) {
    watches.settle();
    read.putAll(next);
  }

  @Override
  public void caughtUp() {
    watches.loaded();
  }
}
