package io.dateline.serve.watch;

import io.dateline.runtime.KafkaSettings;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Writes watches to their channel. Kafka keeps them; this process may forget. */
public final class WatchWriter implements AutoCloseable {

  /** A change not taken by Kafka within this time is told to have failed. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private final KafkaProducer<String, byte[]> producer;
  private final Watches watches;
  private final String topic;

  /** Writes to this topic and takes over at once what Kafka has confirmed. */
  public WatchWriter(KafkaSettings kafka, Watches watches, String topic) {
    Map<String, Object> properties = kafka.producer();
    properties.put("max.block.ms", PATIENCE.toMillis());
    properties.put("delivery.timeout.ms", (int) PATIENCE.toMillis());
    properties.put("request.timeout.ms", (int) PATIENCE.toMillis() / 2);
    producer = new KafkaProducer<>(properties);
    this.watches = watches;
    this.topic = topic;
  }

  /**
   * Saves a watch.
   *
   * @throws TimeoutException when Kafka does not confirm it in time
   */
  public void save(Watch watch) throws TimeoutException, InterruptedException {
    write(watch.id(), Watches.record(watch));
  }

  /**
   * Deletes a watch.
   *
   * @throws TimeoutException when Kafka does not confirm it in time
   */
  public void delete(String id) throws TimeoutException, InterruptedException {
    write(id, null);
  }

  private void write(String id, byte @Nullable [] value)
      throws TimeoutException, InterruptedException {
    try {
      producer
          .send(new ProducerRecord<>(topic, id, value))
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new TimeoutException("watch " + id + " was not taken by Kafka: " + e.getCause());
    }
    watches.apply(id, value);
  }

  @Override
  public void close() {
    producer.close(PATIENCE);
  }
}
