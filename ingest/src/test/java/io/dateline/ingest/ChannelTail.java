package io.dateline.ingest;

import io.dateline.model.Channel;
import io.dateline.runtime.ChannelSetup;
import io.dateline.runtime.KafkaSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** All committed records of a channel, read from its beginning. */
public final class ChannelTail implements AutoCloseable {
  private final KafkaConsumer<String, byte[]> consumer;
  private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

  /** Starts at the beginning; creates the channels when there are none. */
  public ChannelTail(KafkaSettings kafka, Channel channel) throws InterruptedException {
    ChannelSetup.ensure(kafka);
    Map<String, Object> properties = kafka.consumer();
    consumer = new KafkaConsumer<>(properties);
    List<TopicPartition> all =
        consumer.partitionsFor(kafka.topic(channel)).stream()
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
    consumer.assign(all);
    consumer.seekToBeginning(all);
  }

  /** Waits until there are so many, or the time is over. */
  public List<ConsumerRecord<String, byte[]>> await(int count, Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    while (records.size() < count && System.nanoTime() < end) {
      consumer.poll(Duration.ofMillis(100)).forEach(records::add);
    }
    return List.copyOf(records);
  }

  /** Reads for so long whatever comes. */
  public void settle(Duration time) {
    await(Integer.MAX_VALUE, time);
  }

  /** All values so far. */
  public List<byte[]> values() {
    return records.stream().map(ConsumerRecord::value).toList();
  }

  /** All records so far. */
  public List<ConsumerRecord<String, byte[]>> records() {
    return List.copyOf(records);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
