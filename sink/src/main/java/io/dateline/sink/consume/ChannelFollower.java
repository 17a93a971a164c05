package io.dateline.sink.consume;

import io.dateline.sink.store.Partition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The poll loop. Each partition is either read or, while its slice is with a writer, paused; the
 * loop itself never waits for the database, so the group keeps its member.
 */
final class ChannelFollower implements Runnable {

  /** How long a poll waits when nothing is being written. */
  static final Duration IDLE_POLL = Duration.ofMillis(200);

  /** How long a poll waits while writers are at work, whose end it has to see. */
  static final Duration BUSY_POLL = Duration.ofMillis(2);

  /**
   * How long a partition must be quiet before the offset is moved past markers alone: the next
   * record moves it too, and a transaction for each marker would double the database's work.
   */
  static final Duration MARKER_DELAY = Duration.ofMillis(300);

  /** How long a lost partition's write may still take before it is interrupted. */
  static final Duration REVOKE_WAIT = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(ChannelFollower.class);

  private final Consumer<String, byte[]> consumer;
  private final List<String> channels;
  private final TopicIds topicIds;
  private final SliceWriter writer;
  private final ExecutorService writers;
  private final Map<TopicPartition, Following> followed = new HashMap<>();
  private volatile boolean closing;

  /** What is known of an assigned partition. */
  private static final class Following {
    final Partition partition;
    @Nullable Future<Long> work;
    long next;
    long idleSince = System.nanoTime();

    Following(Partition partition, Future<Long> work) {
      this.partition = partition;
      this.work = work;
    }
  }

  ChannelFollower(
      Consumer<String, byte[]> consumer,
      List<String> channels,
      TopicIds topicIds,
      SliceWriter writer,
      ExecutorService writers) {
    this.consumer = consumer;
    this.channels = List.copyOf(channels);
    this.topicIds = topicIds;
    this.writer = writer;
    this.writers = writers;
  }

  @Override
  public void run() {
    consumer.subscribe(channels, new Assignments());
    try {
      while (!closing) {
        boolean busy = collect();
        ConsumerRecords<String, byte[]> records = consumer.poll(busy ? BUSY_POLL : IDLE_POLL);
        for (TopicPartition partition : records.partitions()) {
          submit(partition, records.records(partition));
        }
        followMarkers();
      }
    } finally {
      drain(new ArrayList<>(followed.keySet()));
    }
  }

  /** Ends the loop soon. */
  void close() {
    closing = true;
  }

  /** Takes the outcome of finished writes; tells whether some are still at work. */
  private boolean collect() {
    boolean busy = false;
    for (var entry : followed.entrySet()) {
      Following following = entry.getValue();
      Future<Long> work = following.work;
      if (work == null) {
        continue;
      }
      if (work.isDone()) {
        following.work = null;
        goOn(entry.getKey(), following, work.resultNow());
      } else {
        busy = true;
      }
    }
    return busy;
  }

  private void goOn(TopicPartition partition, Following following, long next) {
    following.next = next;
    following.idleSince = System.nanoTime();
    if (consumer.position(partition) != next) {
      consumer.seek(partition, next);
    }
    consumer.resume(List.of(partition));
  }

  private void submit(TopicPartition partition, List<ConsumerRecord<String, byte[]>> records) {
    Following following = followed.get(partition);
    if (following == null || following.work != null) {
      return;
    }
    long to = consumer.position(partition);
    work(partition, following, new Slice(following.partition, following.next, to, records));
  }

  /** Markers of transactions are offsets too: without them the end would never be reached. */
  private void followMarkers() {
    for (var entry : followed.entrySet()) {
      Following following = entry.getValue();
      if (following.work == null) {
        long position = consumer.position(entry.getKey());
        boolean quiet = System.nanoTime() - following.idleSince > MARKER_DELAY.toNanos();
        if (position > following.next && quiet) {
          Slice slice = new Slice(following.partition, following.next, position, List.of());
          work(entry.getKey(), following, slice);
        }
      }
    }
  }

  private void work(TopicPartition partition, Following following, Slice slice) {
    consumer.pause(List.of(partition));
    following.work = writers.submit(() -> writer.write(slice));
  }

  /** Waits for the writes of partitions that are leaving, and forgets them. */
  private void drain(Collection<TopicPartition> partitions) {
    long deadline = System.nanoTime() + REVOKE_WAIT.toNanos();
    for (TopicPartition partition : partitions) {
      Following following = followed.remove(partition);
      if (following != null && following.work != null) {
        await(partition, following.work, deadline - System.nanoTime());
      }
    }
  }

  private static void await(TopicPartition partition, Future<Long> work, long nanos) {
    try {
      work.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      work.cancel(true);
      LOG.warn("{} was given up while the database was away; nothing of it is lost", partition);
    } catch (ExecutionException | CancellationException e) {
      LOG.error("the last write of {} failed", partition, e);
    } catch (InterruptedException e) {
      work.cancel(true);
      Thread.currentThread().interrupt();
    }
  }

  private final class Assignments implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      if (partitions.isEmpty()) {
        return;
      }
      consumer.pause(partitions);
      Map<TopicPartition, Long> earliest = consumer.beginningOffsets(partitions);
      for (TopicPartition assigned : partitions) {
        Partition partition =
            new Partition(assigned.topic(), topicIds.of(assigned.topic()), assigned.partition());
        long first = earliest.getOrDefault(assigned, 0L);
        Future<Long> work = writers.submit(() -> writer.start(partition, first));
        followed.put(assigned, new Following(partition, work));
      }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      drain(partitions);
    }
  }
}
