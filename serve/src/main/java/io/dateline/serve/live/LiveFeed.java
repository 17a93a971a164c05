package io.dateline.serve.live;

import io.dateline.model.Stage;
import io.dateline.runtime.Meters;
import io.dateline.runtime.Platform;
import io.dateline.runtime.StageMeters;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The one reader of the enriched channel behind all live streams. It starts a little before the end
 * of the channel, so that clients that come back after a restart find what they missed.
 */
public final class LiveFeed implements ChannelFollower.Reading, AutoCloseable {
  private static final String PART = "live";

  /** Records of each partition read again at the start. */
  static final int BACKLOG_RECORDS = 1_024;

  private final ConsumerFactory consumers;
  private final String topic;
  private final Platform platform;
  private final StageMeters meters;
  private final Timer latency;
  private final EventReader reader;
  private volatile @Nullable Hub hub;
  private volatile @Nullable ChannelFollower follower;
  private @Nullable Hub current;
  private boolean caughtUp;

  private LiveFeed(ConsumerFactory consumers, String topic, Platform platform) {
    this.consumers = consumers;
    this.topic = topic;
    this.platform = platform;
    meters = new StageMeters(platform.meters(), Stage.STREAM);
    latency =
        Timer.builder(Meters.PREFIX + "published_to_streamed")
            .description("from the enriched record's timestamp to the clients' queues")
            .publishPercentileHistogram()
            .register(platform.meters());
    reader = new EventReader(meters::rejected);
  }

  /** Starts reading; readiness part "live" is up once the end of the channel was reached. */
  public static LiveFeed start(ConsumerFactory consumers, String topic, Platform platform) {
    LiveFeed feed = new LiveFeed(consumers, topic, platform);
    var channels = new ChannelFollower.Channels(PART, List.of(topic));
    feed.follower = ChannelFollower.start(channels, consumers, platform, feed);
    return feed;
  }

  /** The hub; empty until Kafka was reached for the first time. */
  Optional<Hub> hub() {
    return Optional.ofNullable(hub);
  }

  ConsumerFactory consumers() {
    return consumers;
  }

  String topic() {
    return topic;
  }

  /** Reads a record for a client that catches up by itself. */
  Optional<LiveEvent> read(ConsumerRecord<String, byte[]> record, Positions before) {
    return reader.read(record, before);
  }

  @Override
  public Map<TopicPartition, Long> start(
      Map<TopicPartition, Long> beginnings, Map<TopicPartition, Long> ends) {
    if (current == null) {
      current = newHub(beginnings, ends);
    }
    caughtUp = false;
    return current.now().at(topic);
  }

  @Override
  public void take(ConsumerRecord<String, byte[]> record) {
    if (current != null) {
      publish(current, record, caughtUp);
    }
  }

  @Override
  public void caughtUp() {
    caughtUp = true;
    hub = current;
  }

  private void publish(Hub current, ConsumerRecord<String, byte[]> record, boolean live) {
    meters.in();
    Optional<LiveEvent> event = reader.read(record, current.now());
    if (event.isEmpty()) {
      return;
    }
    current.publish(event.get());
    meters.out();
    if (live) {
      long millis = platform.clock().millis() - record.timestamp();
      latency.record(Duration.ofMillis(Math.max(0, millis)));
    }
  }

  private static Hub newHub(Map<TopicPartition, Long> beginnings, Map<TopicPartition, Long> ends) {
    Map<TopicPartition, Long> starts = new HashMap<>();
    ends.forEach((partition, end) ->
        starts.put(
            partition, Math.max(beginnings.getOrDefault(partition, 0L), end - BACKLOG_RECORDS)));
    return new Hub(Positions.of(starts));
  }

  /** Sends every client away; they come back to another instance and resume there. */
  public void endStreams() {
    Hub current = hub;
    if (current != null) {
      current.close();
    }
  }

  @Override
  public void close() throws InterruptedException {
    endStreams();
    ChannelFollower open = follower;
    if (open != null) {
      open.close();
    }
    if (current != null) {
      current.close();
    }
  }
}
