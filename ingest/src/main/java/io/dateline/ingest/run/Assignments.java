package io.dateline.ingest.run;

import io.dateline.ingest.source.Source;
import io.dateline.ingest.source.SourceJson;
import io.dateline.model.Channel;
import io.dateline.model.SourceId;
import io.dateline.runtime.KafkaSettings;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the sources channel in a consumer group: Kafka gives each instance its partitions, and so
 * its sources. Offsets are never committed; a partition gained is read from its beginning.
 */
public final class Assignments implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Assignments.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration RETRY = Duration.ofSeconds(2);

  private final KafkaSettings kafka;
  private final Vitals vitals;
  private final IntFunction<Shard> opener;
  private final Map<Integer, Shard> shards = new HashMap<>();
  private final Thread thread;
  private volatile @Nullable KafkaConsumer<String, byte[]> consumer;
  private volatile boolean closed;

  private Assignments(KafkaSettings kafka, Vitals vitals, IntFunction<Shard> opener) {
    this.kafka = kafka;
    this.vitals = vitals;
    this.opener = opener;
    thread =
        Thread.ofPlatform().name("ingest-assignments").unstarted(() -> vitals.guard(this::run));
  }

  /**
   * Joins the group.
   *
   * @param workers requests of one source under way at a time
   */
  public static Assignments start(KafkaSettings kafka, Vitals vitals, Tools tools, int workers) {
    Assignments assignments =
        new Assignments(
            kafka, vitals, p -> new Shard(p, kafka, new Shard.Crew(tools, workers), vitals));
    vitals.waiting("no sources assigned yet");
    assignments.thread.start();
    return assignments;
  }

  private void run() {
    while (!closed) {
      try (var joined = new KafkaConsumer<String, byte[]>(kafka.groupConsumer("ingest"))) {
        consumer = joined;
        joined.subscribe(List.of(kafka.topic(Channel.SOURCES)), new Rebalance(joined));
        follow(joined);
      } catch (WakeupException e) {
        LOG.debug("told to stop");
      } catch (KafkaException e) {
        vitals.waiting("Kafka: " + e.getMessage());
        LOG.warn("the sources channel cannot be followed, next try in {}", RETRY, e);
        pause();
      } finally {
        closeShards();
      }
    }
  }

  private void follow(KafkaConsumer<String, byte[]> joined) {
    while (!closed) {
      for (ConsumerRecord<String, byte[]> line : joined.poll(POLL)) {
        apply(line);
      }
      if (!joined.assignment().isEmpty() && shards.values().stream().allMatch(Shard::isReady)) {
        vitals.up();
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(RETRY);
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  private void apply(ConsumerRecord<String, byte[]> line) {
    Shard shard = shards.get(line.partition());
    if (shard == null) {
      return;
    }
    try {
      SourceId id = new SourceId(line.key());
      Source source = line.value() == null ? null : SourceJson.read(line.value());
      shard.want(id, source);
    } catch (IllegalArgumentException e) {
      LOG.warn("sources {}@{}: {}", line.partition(), line.offset(), e.getMessage());
    }
  }

  private void closeShards() {
    shards.values().parallelStream().forEach(Shard::close);
    shards.clear();
  }

  private final class Rebalance implements ConsumerRebalanceListener {
    private final KafkaConsumer<String, byte[]> joined;

    Rebalance(KafkaConsumer<String, byte[]> joined) {
      this.joined = joined;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> gained) {
      joined.seekToBeginning(gained);
      gained.forEach(p -> shards.put(p.partition(), opener.apply(p.partition())));
      LOG.info("ingest gained {}", gained);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> lost) {
      for (TopicPartition p : lost) {
        Shard shard = shards.remove(p.partition());
        if (shard != null) {
          shard.close();
        }
      }
      LOG.info("ingest gave up {}", lost);
    }
  }

  /** Leaves the group; what is under way is written or dropped, never half. */
  @Override
  public void close() {
    closed = true;
    KafkaConsumer<String, byte[]> joined = consumer;
    if (joined != null) {
      joined.wakeup();
    }
    try {
      thread.join(Duration.ofSeconds(9));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    vitals.closed();
  }
}
