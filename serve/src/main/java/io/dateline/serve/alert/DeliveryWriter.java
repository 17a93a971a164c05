package io.dateline.serve.alert;

import io.dateline.model.ninjs.Json;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Writes deliveries to their channel, on the partition of their hit. Thread-safe. */
final class DeliveryWriter implements AutoCloseable {
  private final KafkaProducer<String, byte[]> producer;
  private final String topic;
  private final Deliveries deliveries;
  private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

  DeliveryWriter(Map<String, Object> properties, String topic, Deliveries deliveries) {
    producer = new KafkaProducer<>(properties);
    this.topic = topic;
    this.deliveries = deliveries;
  }

  /** Writes a state, and takes it over at once: nothing is sent twice while Kafka is away. */
  void write(Deliveries.Placed placed) {
    record(placed);
    deliveries.apply(placed);
  }

  /** Writes a new delivery; it begins once it comes back from the channel. */
  void record(Deliveries.Placed placed) {
    var record =
        new ProducerRecord<>(
            topic,
            placed.partition(),
            placed.delivery().id(),
            Json.write(DeliveryCodec.toTree(placed.delivery())));
    // what failed comes out of the next flush: its hit is read again, its try repeated
    var _ =
        producer.send(
            record,
            (_, e) -> {
              if (e != null) {
                failure.set(e);
              }
            });
  }

  /**
   * Waits until all is written.
   *
   * @throws KafkaException when something was not
   */
  void flush() {
    producer.flush();
    Exception failed = failure.getAndSet(null);
    if (failed != null) {
      throw new KafkaException("deliveries are not recorded", failed);
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
