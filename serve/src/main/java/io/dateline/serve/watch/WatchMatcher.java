package io.dateline.serve.watch;

import io.dateline.runtime.KafkaSettings;
import io.dateline.runtime.Meters;
import io.dateline.runtime.Platform;
import io.dateline.serve.live.ReaderThread;
import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Puts every enriched article to all watches. Hits and the positions read are one Kafka
 * transaction: after any crash each hit is on the channel exactly once. Instances share the
 * partitions; every one of them knows all watches, and begins a partition only when it knows every
 * hit that others have found.
 */
public final class WatchMatcher implements AutoCloseable {
  private static final String PART = "watch matcher";
  private static final Duration POLL = Duration.ofMillis(100);

  /** Articles of one transaction: 10,000 watches take at most some seconds for them. */
  private static final int BATCH = 200;

  /** A transaction whose process died is aborted after this long, in milliseconds. */
  private static final int TRANSACTION_MILLIS = 15_000;

  private final WatchReader reader;
  private final Matching matching;
  private final KafkaSettings kafka;
  private final WatchReader.Topics topics;
  private final Counter hits;
  private final ReaderThread thread;
  private boolean mayRead;

  private WatchMatcher(
      WatchReader reader, Matching matching, KafkaSettings kafka, Platform platform) {
    this.reader = reader;
    this.matching = matching;
    this.kafka = kafka;
    this.topics = reader.topics();
    hits = Counter.builder(Meters.PREFIX + "watch_hits").register(platform.meters());
    thread = new ReaderThread(PART, this::consumer, platform, this::follow);
  }

  /** Starts; every article published since a watch was created is put to it. */
  public static WatchMatcher start(
      WatchReader reader, Matching matching, KafkaSettings kafka, Platform platform) {
    WatchMatcher matcher = new WatchMatcher(reader, matching, kafka, platform);
    matcher.thread.start("starting");
    return matcher;
  }

  private Consumer<String, byte[]> consumer() {
    Map<String, Object> reading = kafka.groupConsumer("watches");
    reading.put("max.poll.records", BATCH);
    return new KafkaConsumer<>(reading);
  }

  private KafkaProducer<String, byte[]> producer() {
    Map<String, Object> writing = kafka.producer();
    writing.put("transactional.id", kafka.prefix() + "watches-" + UUID.randomUUID());
    writing.put("transaction.timeout.ms", TRANSACTION_MILLIS);
    writing.put("max.in.flight.requests.per.connection", KafkaSettings.TRANSACTIONAL_IN_FLIGHT);
    return new KafkaProducer<>(writing);
  }

  /** After a failure the transaction is aborted: reading goes on from the positions committed. */
  private void follow(Consumer<String, byte[]> open) {
    try (var producer = producer()) {
      producer.initTransactions();
      open.subscribe(List.of(topics.enriched()), pausing(open));
      thread.up();
      while (thread.isOpen()) {
        if (!mayRead && reader.hasRead(ends(open))) {
          mayRead = true;
          open.resume(open.assignment());
        }
        ConsumerRecords<String, byte[]> records = open.poll(POLL);
        if (!records.isEmpty()) {
          match(records, open, producer);
        }
      }
    }
  }

  /** New partitions wait until the hits of whoever had them before are known here. */
  private ConsumerRebalanceListener pausing(Consumer<String, byte[]> open) {
    return new ConsumerRebalanceListener() {
      @Override
      public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        mayRead = false;
        open.pause(open.assignment());
      }

      @Override
      public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        // every transaction ends before the next poll: nothing is under way
      }
    };
  }

  private Map<TopicPartition, Long> ends(Consumer<String, byte[]> open) {
    var partitions =
        open.partitionsFor(topics.matches()).stream()
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
    return open.endOffsets(partitions);
  }

  private void match(
      ConsumerRecords<String, byte[]> records,
      Consumer<String, byte[]> open,
      KafkaProducer<String, byte[]> producer) {
    producer.beginTransaction();
    Map<TopicPartition, OffsetAndMetadata> read = new HashMap<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      for (Hit hit : matching.hits(record)) {
        // a failure comes out of the commit
        var _ =
            producer.send(
                new ProducerRecord<>(topics.matches(), hit.watch(), WatchCodec.toRecord(hit)));
        hits.increment();
      }
      read.put(
          new TopicPartition(record.topic(), record.partition()),
          new OffsetAndMetadata(record.offset() + 1));
    }
    producer.sendOffsetsToTransaction(read, open.groupMetadata());
    producer.commitTransaction();
  }

  @Override
  public void close() throws InterruptedException {
    thread.close();
  }
}
