package io.dateline.embedded;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writers whose every transaction puts the same word into all partitions of a topic. */
final class Copies {
  /** Begins a line that tells of a committed word. */
  static final String COMMITTED = "committed ";

  private static final String TOPIC = "copies";
  private static final int WRITERS = 4;
  private static final List<TopicPartition> PARTITIONS =
      IntStream.range(0, 6).mapToObj(p -> new TopicPartition(TOPIC, p)).toList();

  private Copies() {}

  /** They write until their process ends, and say what was committed. */
  static void writeWithoutEnd(String bootstrap) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS.size(), (short) 1))).all().get();
    }
    for (int i = 0; i < WRITERS; i++) {
      String id = "copier-" + i;
      Thread.ofPlatform().daemon().start(() -> writeWithoutEnd(bootstrap, id));
    }
  }

  private static void writeWithoutEnd(String bootstrap, String id) {
    Map<String, Object> config = Map.of("bootstrap.servers", bootstrap, "transactional.id", id);
    var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
    producer.initTransactions();
    while (true) {
      producer.beginTransaction();
      String word = UUID.randomUUID().toString();
      for (TopicPartition partition : PARTITIONS) {
        var _ = producer.send(new ProducerRecord<>(TOPIC, partition.partition(), "k", word));
      }
      producer.commitTransaction();
      System.out.println(COMMITTED + word);
    }
  }

  /** What was committed, by partition; waits for the end of every open transaction. */
  static Map<Integer, Set<String>> read(String bootstrap) {
    Map<String, Object> config =
        Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed");
    Map<Integer, Set<String>> words = new TreeMap<>();
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(PARTITIONS);
      consumer.seekToBeginning(PARTITIONS);
      Map<TopicPartition, Long> ends = ends(bootstrap);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        for (var record : consumer.poll(Duration.ofMillis(200))) {
          words.computeIfAbsent(record.partition(), p -> new TreeSet<>()).add(record.value());
        }
      }
    }
    return words;
  }

  /** Of what is written, committed or not. */
  private static Map<TopicPartition, Long> ends(String bootstrap) {
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrap),
            new StringDeserializer(),
            new StringDeserializer())) {
      return consumer.endOffsets(PARTITIONS).entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
  }
}
