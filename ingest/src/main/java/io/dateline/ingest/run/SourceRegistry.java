package io.dateline.ingest.run;

import io.dateline.ingest.publish.Partitions;
import io.dateline.ingest.source.Source;
import io.dateline.ingest.source.SourceJson;
import io.dateline.model.Channel;
import io.dateline.model.SourceId;
import io.dateline.runtime.KafkaSettings;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes sources to their channel, each to the partition of its site. */
public final class SourceRegistry {

  private SourceRegistry() {}

  /** Adds or changes sources; returns when Kafka has them. */
  public static void put(KafkaSettings kafka, List<Source> sources) {
    String topic = kafka.topic(Channel.SOURCES);
    try (var producer = new KafkaProducer<String, byte[]>(kafka.producer())) {
      int partitions = producer.partitionsFor(topic).size();
      for (Source source : sources) {
        Future<?> _ =
            producer.send(
                new ProducerRecord<>(
                    topic,
                    Partitions.of(source, partitions),
                    source.id().value(),
                    SourceJson.write(source)));
      }
      producer.flush();
    }
  }

  /** Removes a source. */
  public static void remove(KafkaSettings kafka, SourceId id) {
    String topic = kafka.topic(Channel.SOURCES);
    try (var producer = new KafkaProducer<String, byte[]>(kafka.producer())) {
      int partitions = producer.partitionsFor(topic).size();
      for (int partition = 0; partition < partitions; partition++) {
        // its site is not known here: it can be in any partition
        Future<?> _ = producer.send(new ProducerRecord<>(topic, partition, id.value(), null));
      }
      producer.flush();
    }
  }
}
