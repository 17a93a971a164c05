package io.dateline.serve.alert;

import io.dateline.runtime.KafkaSettings;
import io.dateline.runtime.Platform;
import io.dateline.serve.live.ReaderThread;
import io.dateline.serve.watch.Alert;
import io.dateline.serve.watch.Hit;
import io.dateline.serve.watch.Watch;
import io.dateline.serve.watch.WatchCodec;
import io.dateline.serve.watch.Watches;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a delivery of every hit for every alert of its watch. Instances share the partitions of the
 * matches channel; who has a partition also sends what is due on it. A hit read again makes no
 * second delivery.
 */
final class AlertQueue implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AlertQueue.class);
  private static final String PART = "alerts";
  private static final Duration POLL = Duration.ofMillis(100);

  private final Watches watches;
  private final Deliveries deliveries;
  private final DeliveryWriter writer;
  private final KafkaSettings kafka;
  private final Topics topics;
  private final InstantSource clock;
  private final ReaderThread thread;
  private final Set<Integer> owned = ConcurrentHashMap.newKeySet();
  private volatile boolean mayWork;

  /**
   * The Kafka topics.
   *
   * @param matches of hits
   * @param deliveries of deliveries
   */
  record Topics(String matches, String deliveries) {}

  AlertQueue(
      Watches watches,
      Deliveries deliveries,
      DeliveryWriter writer,
      KafkaSettings kafka,
      Topics topics,
      Platform platform) {
    this.watches = watches;
    this.deliveries = deliveries;
    this.writer = writer;
    this.kafka = kafka;
    this.topics = topics;
    this.clock = platform.clock();
    thread = new ReaderThread(PART, this::consumer, platform, this::follow);
  }

  void start() {
    thread.start("starting");
  }

  /** The partitions whose deliveries this instance sends. */
  Set<Integer> partitions() {
    return mayWork ? Set.copyOf(owned) : Set.of();
  }

  private Consumer<String, byte[]> consumer() {
    return new KafkaConsumer<>(kafka.groupConsumer("alerts"));
  }

  private void follow(Consumer<String, byte[]> open) {
    owned.clear();
    open.subscribe(List.of(topics.matches()), pausing(open));
    thread.up();
    while (thread.isOpen()) {
      if (!mayWork && watches.isReady() && deliveries.hasRead(ends(open))) {
        mayWork = true;
      }
      if (mayWork && !deliveries.isFull()) {
        open.resume(open.assignment());
      } else {
        open.pause(open.assignment());
      }
      ConsumerRecords<String, byte[]> records = open.poll(POLL);
      if (!records.isEmpty()) {
        records.forEach(this::enqueue);
        writer.flush();
        open.commitSync();
      }
    }
  }

  /** Nothing is made or sent before all that others recorded is known. */
  private ConsumerRebalanceListener pausing(Consumer<String, byte[]> open) {
    return new ConsumerRebalanceListener() {
      @Override
      public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        mayWork = false;
        partitions.forEach(partition -> owned.add(partition.partition()));
        open.pause(open.assignment());
      }

      @Override
      public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> owned.remove(partition.partition()));
      }
    };
  }

  private Map<TopicPartition, Long> ends(Consumer<String, byte[]> open) {
    return open.endOffsets(
        open.partitionsFor(topics.deliveries()).stream()
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList());
  }

  private void enqueue(ConsumerRecord<String, byte[]> record) {
    try {
      Hit hit = WatchCodec.hit(WatchCodec.read(record.value()));
      List<Alert> alerts =
          watches.isRepeat(hit)
              ? List.of()
              : watches.find(hit.watch()).map(Watch::alerts).orElse(List.of());
      for (Alert alert : alerts) {
        Delivery delivery = Delivery.of(hit, alert.id(), RetryPlan.first(alert, clock.instant()));
        if (!alert.disabled() && deliveries.find(hit.watch(), delivery.id()) == null) {
          writer.record(new Deliveries.Placed(delivery, record.partition()));
        }
      }
    } catch (IllegalArgumentException e) {
      LOG.warn("hit {}@{} is not sent: {}", record.key(), record.offset(), e.getMessage());
    }
  }

  @Override
  public void close() throws InterruptedException {
    thread.close();
  }
}
