package io.dateline.serve.watch;

import io.dateline.runtime.Platform;
import io.dateline.serve.live.ConsumerFactory;
import io.dateline.serve.live.LiveFeed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the channels of watches and matches from their beginnings and follows them. */
public final class WatchReader implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WatchReader.class);
  private static final String PART = "watches";
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final Watches watches;
  private final ConsumerFactory consumers;
  private final Topics topics;
  private final Platform platform;
  private final Thread thread;
  private volatile boolean closed;
  private volatile @Nullable Consumer<String, byte[]> consumer;

  /**
   * The Kafka topics.
   *
   * @param watches of saved queries
   * @param matches of hits
   * @param enriched of articles
   */
  public record Topics(String watches, String matches, String enriched) {}

  private WatchReader(
      Watches watches, ConsumerFactory consumers, Topics topics, Platform platform) {
    this.watches = watches;
    this.consumers = consumers;
    this.topics = topics;
    this.platform = platform;
    thread = Thread.ofPlatform().name("watches").unstarted(this::run);
  }

  /** Starts; readiness part "watches" is up once all watches are known. */
  public static WatchReader start(
      Watches watches, ConsumerFactory consumers, Topics topics, Platform platform) {
    WatchReader reader = new WatchReader(watches, consumers, topics, platform);
    platform.health().waiting(PART, "not all watches are read yet");
    reader.thread.start();
    return reader;
  }

  private void run() {
    while (!closed) {
      try (Consumer<String, byte[]> open = consumers.create()) {
        consumer = open;
        follow(open);
      } catch (WakeupException e) {
        LOG.debug("watches woken up", e);
      } catch (KafkaException e) {
        platform.health().waiting(PART, "Kafka: " + e.getMessage());
        pause();
      }
    }
  }

  private void follow(Consumer<String, byte[]> open) {
    List<TopicPartition> saved = LiveFeed.partitions(open, topics.watches());
    List<TopicPartition> partitions = new ArrayList<>(saved);
    partitions.addAll(LiveFeed.partitions(open, topics.matches()));
    if (saved.isEmpty()) {
      platform.health().waiting(PART, "channel " + topics.watches() + " does not exist yet");
      pause();
      return;
    }
    open.assign(partitions);
    open.seekToBeginning(partitions);
    var ends = open.endOffsets(partitions);
    boolean caughtUp = false;
    while (!closed) {
      for (ConsumerRecord<String, byte[]> record : open.poll(POLL)) {
        apply(record);
      }
      if (!caughtUp
          && ends.entrySet().stream().allMatch(e -> open.position(e.getKey()) >= e.getValue())) {
        caughtUp = true;
        platform.health().up(PART);
      }
    }
  }

  private void apply(ConsumerRecord<String, byte[]> record) {
    if (record.topic().equals(topics.watches())) {
      watches.apply(record.key(), record.value());
    } else if (record.value() != null) {
      watches.applyHit(record.value());
    }
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    Consumer<String, byte[]> open = consumer;
    if (open != null) {
      open.wakeup();
    }
    thread.join(Duration.ofSeconds(3));
    platform.health().remove(PART);
  }
}
