package io.dateline.ingest.publish;

import io.dateline.model.Channel;
import io.dateline.model.SourceHealth;
import io.dateline.model.SourceId;
import io.dateline.model.ninjs.CodecException;
import io.dateline.model.ninjs.SourceHealthCodec;
import io.dateline.runtime.KafkaSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes how the sources are, each to the partition its source lies in. What is lost here is told
 * again within a minute, so nothing waits for it.
 */
public final class HealthChannel implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HealthChannel.class);
  private static final Duration POLL = Duration.ofMillis(100);

  /** A send never keeps a source from its work for longer. */
  private static final int MAX_BLOCK_MS = 2_000;

  private final KafkaProducer<String, byte[]> producer;
  private final String topic;

  /** A channel of its own producer. */
  public HealthChannel(KafkaSettings kafka) {
    Map<String, Object> properties = kafka.producer();
    properties.put("max.block.ms", MAX_BLOCK_MS);
    properties.put("linger.ms", 50);
    producer = new KafkaProducer<>(properties);
    topic = kafka.topic(Channel.SOURCE_HEALTH);
  }

  /** Tells how a source is. */
  public void tell(int partition, SourceHealth health) {
    send(
        new ProducerRecord<>(
            topic, partition, health.source().value(), SourceHealthCodec.toJson(health)));
  }

  /** Tells that a source is watched no more. */
  public void forget(int partition, SourceId id) {
    send(new ProducerRecord<>(topic, partition, id.value(), null));
  }

  private void send(ProducerRecord<String, byte[]> line) {
    try {
      Future<?> _ =
          producer.send(
              line,
              (_, failure) -> {
                if (failure != null) {
                  LOG.debug("health of {} is not written: {}", line.key(), failure.toString());
                }
              });
    } catch (org.apache.kafka.common.KafkaException e) {
      LOG.debug("health of {} is not written: {}", line.key(), e.toString());
    }
  }

  /** What is known of the sources of a partition. */
  public static Map<SourceId, SourceHealth> read(KafkaSettings kafka, int partition) {
    Map<SourceId, SourceHealth> known = new HashMap<>();
    TopicPartition at = new TopicPartition(kafka.topic(Channel.SOURCE_HEALTH), partition);
    try (var consumer = new KafkaConsumer<String, byte[]>(kafka.consumer())) {
      consumer.assign(List.of(at));
      consumer.seekToBeginning(List.of(at));
      long end = consumer.endOffsets(List.of(at)).getOrDefault(at, 0L);
      while (consumer.position(at) < end) {
        for (ConsumerRecord<String, byte[]> line : consumer.poll(POLL)) {
          apply(line, known);
        }
      }
    }
    return known;
  }

  private static void apply(
      ConsumerRecord<String, byte[]> line, Map<SourceId, SourceHealth> known) {
    try {
      if (line.value() == null) {
        known.remove(new SourceId(line.key()));
      } else {
        SourceHealth health = SourceHealthCodec.fromJson(line.value());
        known.put(health.source(), health);
      }
    } catch (CodecException | IllegalArgumentException e) {
      LOG.warn("source health {}@{}: {}", line.partition(), line.offset(), e.getMessage());
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(2));
  }
}
