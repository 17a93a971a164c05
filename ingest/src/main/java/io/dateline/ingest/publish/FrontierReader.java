package io.dateline.ingest.publish;

import io.dateline.ingest.frontier.Frontier;
import io.dateline.ingest.frontier.Mark;
import io.dateline.ingest.frontier.MarkCodec;
import io.dateline.model.Channel;
import io.dateline.runtime.KafkaSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a partition of the frontier channel: all of it at first, then what others add. */
final class FrontierReader implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FrontierReader.class);
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<String, byte[]> consumer;
  private final TopicPartition at;

  private FrontierReader(KafkaSettings settings, int partition) {
    consumer = new KafkaConsumer<>(settings.consumer());
    at = new TopicPartition(settings.topic(Channel.FRONTIER), partition);
    consumer.assign(List.of(at));
    consumer.seekToBeginning(List.of(at));
  }

  /** Reads everything committed so far into a frontier and stays open for more. */
  static FrontierReader open(KafkaSettings settings, int partition, Frontier frontier) {
    FrontierReader reader = new FrontierReader(settings, partition);
    try {
      reader.readToEnd(frontier);
      return reader;
    } catch (RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  private void readToEnd(Frontier frontier) {
    long end = consumer.endOffsets(List.of(at)).getOrDefault(at, 0L);
    while (consumer.position(at) < end) {
      for (ConsumerRecord<String, byte[]> line : consumer.poll(POLL)) {
        if (line.value() == null) {
          frontier.remove(line.key());
          continue;
        }
        Mark mark = mark(line);
        if (mark != null) {
          frontier.put(mark);
        }
      }
    }
  }

  /** Marks added since, of no source: a backfill's. Those of the ledger itself are passed over. */
  List<Mark.PageMark> foreign() {
    List<Mark.PageMark> found = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> line : consumer.poll(Duration.ZERO)) {
      boolean own = line.value() == null || MarkCodec.isOfSource(line.value());
      Mark mark = own ? null : mark(line);
      if (mark instanceof Mark.PageMark page && page.source() == null) {
        found.add(page);
      }
    }
    return found;
  }

  private static @Nullable Mark mark(ConsumerRecord<String, byte[]> line) {
    try {
      return MarkCodec.read(line.key(), line.value());
    } catch (IllegalArgumentException e) {
      LOG.warn("frontier {}@{}: {}", line.partition(), line.offset(), e.getMessage());
      return null;
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
