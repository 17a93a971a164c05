package io.dateline.bench;

import io.dateline.model.Channel;
import io.dateline.runtime.KafkaSettings;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Makes consumers that read channels by themselves, without a group. */
final class ChannelReader {

  private ChannelReader() {}

  /** One that has all partitions of some channels. */
  static KafkaConsumer<String, byte[]> of(KafkaSettings kafka, Channel... channels) {
    KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(kafka.consumer());
    consumer.assign(
        Stream.of(channels)
            .flatMap(channel ->
                IntStream.range(0, kafka.partitions())
                    .mapToObj(p -> new TopicPartition(kafka.topic(channel), p)))
            .toList());
    return consumer;
  }
}
