package io.dateline.sink.consume;

import io.dateline.model.Channel;
import io.dateline.runtime.Health;
import io.dateline.runtime.KafkaSettings;
import io.dateline.runtime.Platform;
import io.dateline.sink.store.Backoff;
import io.dateline.sink.store.Store;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The follower on its thread, with its consumer and its writers; begins anew when Kafka fails. */
public final class ChannelSink implements AutoCloseable {

  /** Most records in one transaction. */
  static final int MAX_SLICE_RECORDS = 500;

  /** Most bytes fetched of a partition at once; one larger record is still fetched. */
  static final int MAX_PARTITION_BYTES = 4 * 1024 * 1024;

  /** How long the loop may take to end. */
  static final Duration CLOSE_WAIT = Duration.ofSeconds(8);

  private static final String PART = "sink";
  private static final Logger LOG = LoggerFactory.getLogger(ChannelSink.class);

  private final KafkaSettings kafka;
  private final Platform platform;
  private final SliceWriter writer;
  private final ExecutorService writers;
  private final Runnable onDeath;
  private final Thread thread;
  private volatile @Nullable ChannelFollower follower;
  private volatile boolean closing;

  private ChannelSink(
      KafkaSettings kafka, Store store, int connections, Platform platform, Runnable onDeath) {
    this.kafka = kafka;
    this.platform = platform;
    this.onDeath = onDeath;
    writer = new SliceWriter(store, platform, new SinkMeters(platform.meters()));
    writers = Executors.newFixedThreadPool(connections, threads());
    thread = Thread.ofPlatform().name("sink-poll").unstarted(this::run);
  }

  /**
   * Starts following.
   *
   * @param connections writers at work at once, one connection each
   * @param onDeath called when it ended by a failure
   */
  public static ChannelSink start(
      KafkaSettings kafka, Store store, int connections, Platform platform, Runnable onDeath) {
    ChannelSink sink = new ChannelSink(kafka, store, connections, platform, onDeath);
    platform.health().waiting(PART, "not following the channels yet");
    sink.thread.start();
    return sink;
  }

  private void run() {
    Backoff backoff = new Backoff();
    try {
      while (!closing) {
        try {
          follow();
        } catch (KafkaException e) {
          LOG.warn("following the channels broke off, beginning anew", e);
          platform.health().waiting(PART, String.valueOf(e.getMessage()));
          backoff.sleep();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("the sink stopped", e);
      platform.health().dead(PART, String.valueOf(e.getMessage()));
      Thread.ofPlatform().name("sink-death").start(onDeath);
    }
  }

  private void follow() {
    Health health = platform.health();
    try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(properties(kafka));
        KafkaClientMetrics metrics = new KafkaClientMetrics(consumer)) {
      metrics.bindTo(platform.meters());
      List<String> channels =
          Stream.of(Channel.ENRICHED, Channel.REJECTED, Channel.STORY_LINKS)
              .map(kafka::topic)
              .toList();
      ChannelFollower following =
          new ChannelFollower(consumer, channels, new TopicIds(kafka), writer, writers);
      follower = following;
      health.up(PART);
      if (!closing) {
        following.run();
      }
    }
  }

  private static Map<String, Object> properties(KafkaSettings kafka) {
    Map<String, Object> properties = kafka.groupConsumer("sink");
    properties.put("client.id", "sink");
    properties.put("max.poll.records", MAX_SLICE_RECORDS);
    properties.put("max.partition.fetch.bytes", MAX_PARTITION_BYTES);
    return properties;
  }

  private static ThreadFactory threads() {
    AtomicInteger number = new AtomicInteger();
    return task ->
        Thread.ofPlatform().name("sink-writer-" + number.incrementAndGet()).unstarted(task);
  }

  /** Finishes the open transactions and ends. */
  @Override
  public void close() {
    closing = true;
    ChannelFollower following = follower;
    if (following != null) {
      following.close();
    }
    try {
      if (!thread.join(CLOSE_WAIT)) {
        LOG.warn("the sink's poll loop did not end within {}", CLOSE_WAIT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    writers.shutdownNow();
    platform.health().remove(PART);
  }
}
