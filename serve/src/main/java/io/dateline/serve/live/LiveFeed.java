package io.dateline.serve.live;

import io.dateline.model.Stage;
import io.dateline.runtime.Meters;
import io.dateline.runtime.Platform;
import io.dateline.runtime.StageMeters;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one reader of the enriched channel behind all live streams. It starts a little before the end
 * of the channel, so that clients that come back after a restart find what they missed.
 */
public final class LiveFeed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
  private static final String PART = "live";
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** Records of each partition read again at the start. */
  static final int BACKLOG_RECORDS = 1_024;

  private final ConsumerFactory consumers;
  private final String topic;
  private final Platform platform;
  private final StageMeters meters;
  private final Timer latency;
  private final EventReader reader;
  private final Thread thread;
  private volatile boolean closed;
  private volatile @Nullable Hub hub;
  private volatile @Nullable Consumer<String, byte[]> consumer;

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
    thread = Thread.ofPlatform().name("live-feed").unstarted(this::run);
  }

  /** Starts reading; readiness part "live" is up once the end of the channel was reached. */
  public static LiveFeed start(ConsumerFactory consumers, String topic, Platform platform) {
    LiveFeed feed = new LiveFeed(consumers, topic, platform);
    platform.health().waiting(PART, "not yet at the end of the channel");
    feed.thread.start();
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

  private void run() {
    while (!closed) {
      try (Consumer<String, byte[]> open = consumers.create()) {
        consumer = open;
        follow(open);
      } catch (WakeupException | InterruptException e) {
        LOG.debug("live feed woken up", e);
      } catch (KafkaException e) {
        platform.health().waiting(PART, "Kafka: " + e.getMessage());
        pause();
      } catch (RuntimeException e) {
        LOG.error("live feed failed at {} and starts again", topic, e);
        platform.health().waiting(PART, "failed: " + e.getMessage());
        pause();
      }
    }
  }

  private void follow(Consumer<String, byte[]> open) {
    List<TopicPartition> partitions = partitions(open, topic);
    if (partitions.isEmpty()) {
      platform.health().waiting(PART, "channel " + topic + " does not exist yet");
      pause();
      return;
    }
    open.assign(partitions);
    Map<TopicPartition, Long> ends = open.endOffsets(partitions);
    Hub current = hub == null ? newHub(open, partitions, ends) : hub;
    Positions start = current.now();
    partitions.forEach(p -> open.seek(p, start.next().get(p.partition())));
    boolean caughtUp = false;
    while (!closed) {
      for (ConsumerRecord<String, byte[]> record : open.poll(POLL)) {
        publish(current, record, caughtUp);
      }
      if (!caughtUp
          && ends.entrySet().stream().allMatch(e -> open.position(e.getKey()) >= e.getValue())) {
        caughtUp = true;
        hub = current;
        platform.health().up(PART);
      }
    }
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

  private static Hub newHub(
      Consumer<String, byte[]> open,
      List<TopicPartition> partitions,
      Map<TopicPartition, Long> ends) {
    Map<TopicPartition, Long> beginnings = open.beginningOffsets(partitions);
    List<Long> starts = new ArrayList<>();
    for (TopicPartition partition : partitions) {
      long end = ends.getOrDefault(partition, 0L);
      starts.add(Math.max(beginnings.getOrDefault(partition, 0L), end - BACKLOG_RECORDS));
    }
    return new Hub(new Positions(starts));
  }

  /** The partitions of a topic in their order; none when it does not exist. */
  public static List<TopicPartition> partitions(Consumer<String, byte[]> open, String topic) {
    var infos = open.partitionsFor(topic);
    if (infos == null) {
      return List.of();
    }
    return infos.stream()
        .map(info -> new TopicPartition(topic, info.partition()))
        .sorted(java.util.Comparator.comparingInt(TopicPartition::partition))
        .toList();
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
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
    closed = true;
    Consumer<String, byte[]> open = consumer;
    if (open != null) {
      open.wakeup();
    }
    endStreams();
    thread.join(Duration.ofSeconds(5));
    platform.health().remove(PART);
  }
}
