package io.dateline.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Plain clients for one topic of one partition. */
final class KafkaClients {
  static final String TOPIC = "numbers";
  private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

  private KafkaClients() {}

  static void createTopic(String bootstrap) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
      while (true) {
        try {
          admin.listOffsets(Map.of(PARTITION, OffsetSpec.latest())).all().get();
          return;
        } catch (java.util.concurrent.ExecutionException e) {
          if (!(e.getCause() instanceof RetriableException)) {
            throw e;
          }
          Thread.sleep(50);
        }
      }
    }
  }

  /** In one committed transaction. */
  static void write(String bootstrap, int from, int to) {
    Map<String, Object> config =
        Map.of("bootstrap.servers", bootstrap, "acks", "all", "transactional.id", "writer");
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
      producer.initTransactions();
      producer.beginTransaction();
      for (int i = from; i < to; i++) {
        var _ = producer.send(new ProducerRecord<>(TOPIC, "k", Integer.toString(i)));
      }
      producer.commitTransaction();
    }
  }

  /** Leaves a transaction open that nobody would abort for ten minutes. */
  static void leaveOpen(String bootstrap) {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            bootstrap,
            "transactional.id",
            "dead",
            "transaction.timeout.ms",
            600_000);
    var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
    producer.initTransactions();
    producer.beginTransaction();
    var _ = producer.send(new ProducerRecord<>(TOPIC, "k", "-1"));
    producer.flush();
  }

  static List<Integer> read(String bootstrap, int count) {
    Map<String, Object> config =
        Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed");
    List<Integer> numbers = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(PARTITION));
      consumer.seekToBeginning(List.of(PARTITION));
      long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (numbers.size() < count && System.nanoTime() < deadline) {
        consumer
            .poll(Duration.ofMillis(200))
            .forEach(record -> numbers.add(Integer.parseInt(record.value())));
      }
    }
    return numbers;
  }
}
