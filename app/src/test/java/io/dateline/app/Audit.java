package io.dateline.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.model.Channel;
import io.dateline.model.ninjs.Json;
import io.dateline.runtime.KafkaSettings;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * The books of a line at rest, after kills too: what was published is enriched or rejected, what is
 * enriched or rejected is stored, each once; the database stands at the channels' ends; no
 * transaction hangs.
 */
public final class Audit {
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final KafkaSettings kafka;
  private final String database;

  /** Audits the line on this broker and database. */
  public Audit(KafkaSettings kafka, String database) {
    this.kafka = kafka;
    this.database = database;
  }

  /** What does not add up; asked again until nothing is wrong or the time is over. */
  public List<String> faults(Duration most) throws Exception {
    long deadline = System.nanoTime() + most.toNanos();
    List<String> faults = faults();
    while (!faults.isEmpty() && System.nanoTime() < deadline) {
      Thread.sleep(PAUSE);
      faults = faults();
    }
    return faults;
  }

  private List<String> faults() throws Exception {
    List<String> faults = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection(database, "dateline", "")) {
      articles(connection, faults);
      long stored = number(connection, "select count(*) from rejected");
      equal("rejections stored", stored, read(Channel.REJECTED, Map.of()).size(), faults);
      for (Channel channel : List.of(Channel.ENRICHED, Channel.REJECTED, Channel.STORY_LINKS)) {
        int behind = read(channel, offsets(connection, channel)).size();
        equal("records of " + channel + " past the database's offset", behind, 0, faults);
      }
    }
    equal("hanging transactions", openTransactions(), 0, faults);
    return faults;
  }

  private void articles(Connection connection, List<String> faults) throws Exception {
    List<String> published = versions(read(Channel.ARTICLES, Map.of()));
    List<String> enriched = versions(read(Channel.ENRICHED, Map.of()));
    List<String> stored = new ArrayList<>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select uri || '#' || v.version from article_version v"
                    + " join article on article.id = v.article_id")) {
      while (rows.next()) {
        stored.add(rows.getString(1));
      }
    }
    once("published", published, faults);
    once("enriched", enriched, faults);
    long rejected =
        number(
            connection,
            "select count(*) from rejected where stage not in ('fetch', 'extract', 'publish', 'store', 'stream')");
    equal("published", published.size(), enriched.size() + rejected, faults);
    if (!new TreeSet<>(stored).equals(new TreeSet<>(enriched))) {
      faults.add("stored are " + stored + ", enriched " + enriched);
    }
  }

  private static void once(String what, List<String> versions, List<String> faults) {
    equal(what + ", counted once", versions.size(), new TreeSet<>(versions).size(), faults);
  }

  private static void equal(String what, long found, long wanted, List<String> faults) {
    if (found != wanted) {
      faults.add(what + ": " + found + ", should be " + wanted);
    }
  }

  private static List<String> versions(List<ConsumerRecord<String, String>> records)
      throws Exception {
    List<String> versions = new ArrayList<>();
    for (ConsumerRecord<String, String> record : records) {
      JsonNode article = Json.read(record.value().getBytes(StandardCharsets.UTF_8));
      versions.add(record.key() + "#" + article.path("version").asText());
    }
    return versions;
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private Map<Integer, Long> offsets(Connection connection, Channel channel) throws SQLException {
    Map<Integer, Long> offsets = new TreeMap<>();
    try (var statement =
        connection.prepareStatement(
            "select partition, next_offset from sink_offset where channel = ?")) {
      statement.setString(1, kafka.topic(channel));
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          offsets.put(rows.getInt(1), rows.getLong(2));
        }
      }
    }
    return offsets;
  }

  /** The committed records of a channel from these offsets, where there is none from the start. */
  private List<ConsumerRecord<String, String>> read(Channel channel, Map<Integer, Long> from) {
    Map<String, Object> config =
        Map.of("bootstrap.servers", kafka.bootstrap(), "isolation.level", "read_committed");
    List<ConsumerRecord<String, String>> records = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(kafka.topic(channel)).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      partitions.forEach(p -> consumer.seek(p, from.getOrDefault(p.partition(), 0L)));
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(PAUSE).forEach(records::add);
      }
    }
    return records;
  }

  private long openTransactions() throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrap()))) {
      return admin.listTransactions().all().get().stream()
          .filter(found -> isOpen(found.state()))
          .count();
    }
  }

  private static boolean isOpen(TransactionState state) {
    return switch (state) {
      case ONGOING, PREPARE_COMMIT, PREPARE_ABORT, PREPARE_EPOCH_FENCE -> true;
      case EMPTY, COMPLETE_COMMIT, COMPLETE_ABORT, UNKNOWN -> false;
    };
  }
}
