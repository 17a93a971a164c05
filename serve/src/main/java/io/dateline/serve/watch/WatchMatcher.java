package io.dateline.serve.watch;

import io.dateline.model.ArticleUri;
import io.dateline.model.CopyGroup;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.EventHeaders;
import io.dateline.model.ninjs.CodecException;
import io.dateline.model.ninjs.EnrichedCodec;
import io.dateline.model.ninjs.Json;
import io.dateline.runtime.KafkaSettings;
import io.dateline.runtime.Meters;
import io.dateline.runtime.Platform;
import io.dateline.serve.live.ReaderThread;
import io.micrometer.core.instrument.Counter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts every enriched article to all watches. Hits and the positions read are one Kafka
 * transaction: after any crash each hit is on the channel exactly once. Instances share the
 * partitions; every one of them knows all watches.
 */
public final class WatchMatcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WatchMatcher.class);
  private static final String PART = "watch matcher";
  private static final Duration POLL = Duration.ofMillis(100);

  /** An open transaction is given up after this long, in milliseconds. */
  private static final int TRANSACTION_MILLIS = 30_000;

  private final Watches watches;
  private final KafkaSettings kafka;
  private final WatchReader.Topics topics;
  private final Platform platform;
  private final Counter hits;
  private final ReaderThread thread;

  private WatchMatcher(
      Watches watches, KafkaSettings kafka, WatchReader.Topics topics, Platform platform) {
    this.watches = watches;
    this.kafka = kafka;
    this.topics = topics;
    this.platform = platform;
    hits = Counter.builder(Meters.PREFIX + "watch_hits").register(platform.meters());
    thread = new ReaderThread(PART, this::consumer, platform, this::follow);
  }

  /** Starts with the next article; what came while no instance ran is made up for. */
  public static WatchMatcher start(
      Watches watches, KafkaSettings kafka, WatchReader.Topics topics, Platform platform) {
    WatchMatcher matcher = new WatchMatcher(watches, kafka, topics, platform);
    matcher.thread.start("starting");
    return matcher;
  }

  private Consumer<String, byte[]> consumer() {
    Map<String, Object> reading = kafka.consumer();
    reading.put("group.id", kafka.prefix() + "watches");
    reading.put("group.protocol", "consumer");
    reading.put("auto.offset.reset", "latest");
    return new KafkaConsumer<>(reading);
  }

  private KafkaProducer<String, byte[]> producer() {
    Map<String, Object> writing = kafka.producer();
    writing.put("transactional.id", kafka.prefix() + "watches-" + UUID.randomUUID());
    writing.put("transaction.timeout.ms", TRANSACTION_MILLIS);
    return new KafkaProducer<>(writing);
  }

  /** After a failure the transaction is aborted: reading goes on from the positions committed. */
  private void follow(Consumer<String, byte[]> open) {
    try (var producer = producer()) {
      producer.initTransactions();
      open.subscribe(List.of(topics.enriched()));
      thread.up();
      while (thread.isOpen()) {
        ConsumerRecords<String, byte[]> records = open.poll(POLL);
        if (!records.isEmpty()) {
          match(records, open, producer);
        }
      }
    }
  }

  private void match(
      ConsumerRecords<String, byte[]> records,
      Consumer<String, byte[]> open,
      KafkaProducer<String, byte[]> producer) {
    producer.beginTransaction();
    Map<TopicPartition, OffsetAndMetadata> read = new HashMap<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      for (Hit hit : hits(record)) {
        byte[] value = Json.write(WatchCodec.toTree(hit));
        // a failure comes out of the commit
        var _ = producer.send(new ProducerRecord<>(topics.matches(), hit.watch(), value));
        hits.increment();
      }
      read.put(
          new TopicPartition(record.topic(), record.partition()),
          new OffsetAndMetadata(record.offset() + 1));
    }
    producer.sendOffsetsToTransaction(read, open.groupMetadata());
    producer.commitTransaction();
  }

  private List<Hit> hits(ConsumerRecord<String, byte[]> record) {
    if (record.value() == null || isBackfill(record)) {
      return List.of();
    }
    try {
      EnrichedArticle article = EnrichedCodec.fromJson(record.value());
      Instant published = Instant.ofEpochMilli(record.timestamp());
      List<Hit> found = new ArrayList<>();
      for (Watch watch : watches.of(watches.active().matching(article, published))) {
        if (!watch.oncePerText() || !isCopy(article)) {
          found.add(hit(watch, article, record));
        }
      }
      return found;
    } catch (CodecException | IllegalArgumentException e) {
      LOG.warn("{}@{} is not matched: {}", record.key(), record.offset(), e.getMessage());
      return List.of();
    }
  }

  private static boolean isCopy(EnrichedArticle article) {
    CopyGroup copies = article.enrichment().copyGroup();
    return copies != null && copies.role() == CopyGroup.Role.COPY;
  }

  private static boolean isBackfill(ConsumerRecord<String, byte[]> record) {
    return headers(record).backfill();
  }

  private static EventHeaders headers(ConsumerRecord<String, byte[]> record) {
    Map<String, String> headers = new HashMap<>();
    record
        .headers()
        .forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
    return EventHeaders.fromMap(headers);
  }

  private Hit hit(Watch watch, EnrichedArticle enriched, ConsumerRecord<String, byte[]> record) {
    ArticleUri uri = enriched.article().uri();
    int version = enriched.article().version();
    String type = headers(record).type().id();
    return new Hit(
        watch.id() + "/" + uri.id() + "/" + version,
        watch.id(),
        uri.id(),
        uri.value(),
        version,
        enriched.article().text().headline(),
        type.substring(type.lastIndexOf('.') + 1),
        platform.clock().instant());
  }

  @Override
  public void close() throws InterruptedException {
    thread.close();
  }
}
