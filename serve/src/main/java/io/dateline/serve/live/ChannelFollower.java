package io.dateline.serve.live;

import io.dateline.runtime.Platform;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Follows all partitions of some channels from where its reading wants to begin. Its readiness part
 * is up once everything was read that stood there when it began.
 */
public final class ChannelFollower implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final List<String> topics;
  private final Reading reading;
  private final ReaderThread thread;

  /** What is done with the records. All methods are called by one thread. */
  public interface Reading {

    /**
     * Where to begin: called at every start. Everything is read again unless told otherwise.
     *
     * @param beginnings first offset of every partition
     * @param ends next offset to be written of every partition
     */
    default Map<TopicPartition, Long> start(
        Map<TopicPartition, Long> beginnings, Map<TopicPartition, Long> ends)
        throws IOException, SQLException {
      return beginnings;
    }

    /** Takes one record. */
    void take(ConsumerRecord<String, byte[]> record) throws IOException;

    /** Called after every poll, at least ten times a second, with the next offsets to read. */
    default void polled(Map<TopicPartition, Long> next) throws IOException {}

    /** Called once after every start, when the ends were reached. */
    default void caughtUp() throws IOException {}

    /** Called when it is closed, with the next offsets to read. */
    default void closing(Map<TopicPartition, Long> next) throws IOException {}
  }

  private ChannelFollower(
      Channels channels, ConsumerFactory consumers, Platform platform, Reading reading) {
    this.topics = channels.topics();
    this.reading = reading;
    thread = new ReaderThread(channels.part(), consumers, platform, this::follow);
  }

  /**
   * What is followed.
   *
   * @param part readiness part
   * @param topics Kafka topics; none is begun before all of them exist
   */
  public record Channels(String part, List<String> topics) {

    /** Copies the topics. */
    public Channels {
      topics = List.copyOf(topics);
    }
  }

  /** Starts following. */
  public static ChannelFollower start(
      Channels channels, ConsumerFactory consumers, Platform platform, Reading reading) {
    ChannelFollower follower = new ChannelFollower(channels, consumers, platform, reading);
    follower.thread.start("not yet at the end of the channel");
    return follower;
  }

  private void follow(Consumer<String, byte[]> open) throws IOException, SQLException {
    List<TopicPartition> partitions = new ArrayList<>();
    for (String topic : topics) {
      List<TopicPartition> found = partitions(open, topic);
      if (found.isEmpty()) {
        thread.waiting("channel " + topic + " does not exist yet");
        return;
      }
      partitions.addAll(found);
    }
    open.assign(partitions);
    Map<TopicPartition, Long> ends = open.endOffsets(partitions);
    reading.start(open.beginningOffsets(partitions), ends).forEach(open::seek);
    boolean caughtUp = false;
    while (thread.isOpen()) {
      for (ConsumerRecord<String, byte[]> record : open.poll(POLL)) {
        reading.take(record);
      }
      Map<TopicPartition, Long> next = positions(open, partitions);
      reading.polled(next);
      if (!caughtUp && ends.entrySet().stream().allMatch(e -> isReached(e, next))) {
        caughtUp = true;
        reading.caughtUp();
        thread.up();
      }
    }
    reading.closing(positions(open, partitions));
  }

  private static boolean isReached(
      Map.Entry<TopicPartition, Long> end, Map<TopicPartition, Long> next) {
    return next.getOrDefault(end.getKey(), 0L) >= end.getValue();
  }

  private static Map<TopicPartition, Long> positions(
      Consumer<String, byte[]> open, List<TopicPartition> partitions) {
    Map<TopicPartition, Long> next = new HashMap<>();
    partitions.forEach(partition -> next.put(partition, open.position(partition)));
    return next;
  }

  /** The partitions of a topic in their order; none when it does not exist. */
  static List<TopicPartition> partitions(Consumer<String, byte[]> open, String topic) {
    var infos = open.partitionsFor(topic);
    if (infos == null) {
      return List.of();
    }
    return infos.stream()
        .map(info -> new TopicPartition(topic, info.partition()))
        .sorted(Comparator.comparingInt(TopicPartition::partition))
        .toList();
  }

  @Override
  public void close() throws InterruptedException {
    thread.close();
  }
}
