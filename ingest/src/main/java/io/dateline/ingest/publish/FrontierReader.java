package io.dateline.ingest.publish;

import io.dateline.ingest.frontier.Frontier;
import io.dateline.ingest.frontier.MarkCodec;
import io.dateline.model.Channel;
import io.dateline.runtime.KafkaSettings;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a partition of the frontier channel from beginning to end. */
final class FrontierReader {

  private static final Logger LOG = LoggerFactory.getLogger(FrontierReader.class);
  private static final Duration POLL = Duration.ofMillis(200);

  private FrontierReader() {}

  static Frontier read(KafkaSettings settings, int partition) {
    Frontier frontier = new Frontier();
    readInto(frontier, settings, partition);
    return frontier;
  }

  static void readInto(Frontier frontier, KafkaSettings settings, int partition) {
    try (var consumer = new KafkaConsumer<String, byte[]>(settings.consumer())) {
      var at = new TopicPartition(settings.topic(Channel.FRONTIER), partition);
      consumer.assign(List.of(at));
      consumer.seekToBeginning(List.of(at));
      long end = consumer.endOffsets(List.of(at)).getOrDefault(at, 0L);
      while (consumer.position(at) < end) {
        for (ConsumerRecord<String, byte[]> line : consumer.poll(POLL)) {
          apply(frontier, line);
        }
      }
    }
  }

  private static void apply(Frontier frontier, ConsumerRecord<String, byte[]> line) {
    if (line.value() == null) {
      frontier.remove(line.key());
      return;
    }
    try {
      frontier.put(MarkCodec.read(line.key(), line.value()));
    } catch (IllegalArgumentException e) {
      LOG.warn("frontier {}@{}: {}", line.partition(), line.offset(), e.getMessage());
    }
  }
}
