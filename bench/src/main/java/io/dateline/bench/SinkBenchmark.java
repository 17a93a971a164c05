package io.dateline.bench;

import io.dateline.embedded.EmbeddedKafka;
import io.dateline.embedded.EmbeddedPostgres;
import io.dateline.enrich.Enricher;
import io.dateline.enrich.Enrichers;
import io.dateline.model.Article;
import io.dateline.model.Channel;
import io.dateline.model.ninjs.EnrichedCodec;
import io.dateline.runtime.ChannelSetup;
import io.dateline.runtime.DatabaseSettings;
import io.dateline.runtime.KafkaSettings;
import io.dateline.runtime.Platform;
import io.dateline.sink.SinkService;
import io.dateline.sink.SinkSettings;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.postgresql.PGConnection;

/**
 * Articles a second from the enriched channel into all tables, beside the floor: a raw binary COPY
 * of the same documents into one table, one connection, fsync on. Then the same articles once more.
 *
 * <p>{@code java -cp ... io.dateline.bench.SinkBenchmark [articles, 20000]}
 */
public final class SinkBenchmark {
  private static final int COPY_BATCH = 500;

  private final KafkaSettings kafka;
  private final DatabaseSettings database;
  private final Map<String, byte[]> documents;

  private SinkBenchmark(
      KafkaSettings kafka, DatabaseSettings database, Map<String, byte[]> documents) {
    this.kafka = kafka;
    this.database = database;
    this.documents = documents;
  }

  /** Prints one line for each figure. */
  public static void main(String[] args) throws Exception {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
    Path folder = Files.createTempDirectory("dateline-sink-bench");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("postgres"), 0);
        EmbeddedKafka broker = EmbeddedKafka.start(folder.resolve("kafka"), 0)) {
      KafkaSettings kafka = KafkaSettings.local(broker.bootstrap());
      ChannelSetup.ensure(kafka);
      DatabaseSettings database = new DatabaseSettings(postgres.jdbcUrl(), postgres.user(), "");
      new SinkBenchmark(kafka, database, documents(count)).run();
    }
    System.exit(0);
  }

  private static Map<String, byte[]> documents(int count) {
    Enricher enricher = Enrichers.standard();
    Map<String, byte[]> documents = new LinkedHashMap<>();
    for (Article article : SampleArticles.of(count, 42)) {
      documents.put(article.uri().value(), EnrichedCodec.toJson(enricher.tag(article)));
    }
    return documents;
  }

  private void run() throws Exception {
    long bytes = documents.values().stream().mapToLong(d -> d.length).sum();
    System.out.printf(
        "%d articles, %.1f KB of enriched JSON each%n",
        documents.size(), bytes / 1024.0 / documents.size());
    publish();
    for (String type : List.of("bytea", "json", "jsonb")) {
      System.out.printf("COPY into one table, %-5s              %8.0f/s%n", type, copy(type));
    }
    double floor = copy("bytea");
    System.out.printf("COPY into one table, bytea again       %8.0f/s%n", floor);
    double stored = stored(1);
    System.out.printf("sink, all tables, 2 connections        %8.0f/s%n", stored);
    System.out.printf("ratio to COPY                          %8.2f%n", stored / floor);
    publish();
    System.out.printf("sink, all of them repeats              %8.0f/s%n", stored(2));
  }

  private void publish() {
    try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(kafka.producer())) {
      documents.forEach((uri, json) -> send(producer, uri, json));
      producer.flush();
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // flushed behind the loop
  private void send(KafkaProducer<String, byte[]> producer, String uri, byte[] json) {
    producer.send(new ProducerRecord<>(kafka.topic(Channel.ENRICHED), uri, json));
  }

  /** Stored a second, from the first row to the last; the sink goes on where it was. */
  private double stored(int times) throws Exception {
    Platform platform = Platform.create();
    long total = documents.size();
    try (SinkService sink = SinkService.start(SinkSettings.local(kafka, database), platform)) {
      long start = System.nanoTime();
      long first = 0;
      while (true) {
        var counter = platform.meters().find("dateline_stage_out").counter();
        long count = counter == null ? 0 : (long) counter.count();
        if (first == 0 && count > 0) {
          first = count;
          start = System.nanoTime();
        }
        if (count >= total) {
          check(times);
          return (total - first) / ((System.nanoTime() - start) / 1e9);
        }
        Thread.sleep(1);
      }
    }
  }

  private void check(int times) throws SQLException {
    try (Connection connection = connect();
        var rows = connection.createStatement().executeQuery("SELECT count(*) FROM article")) {
      rows.next();
      if (rows.getLong(1) != documents.size()) {
        throw new IllegalStateException(rows.getLong(1) + " rows after round " + times);
      }
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }

  private double copy(String type) throws SQLException, IOException {
    try (Connection connection = connect();
        var statement = connection.createStatement()) {
      statement.execute("DROP TABLE IF EXISTS floor");
      statement.execute("CREATE TABLE floor (uri text PRIMARY KEY, doc " + type + " NOT NULL)");
      statement.execute("ALTER TABLE floor ALTER COLUMN doc SET STORAGE EXTERNAL");
      List<Map.Entry<String, byte[]>> rows = new ArrayList<>(documents.entrySet());
      long start = System.nanoTime();
      for (int i = 0; i < rows.size(); i += COPY_BATCH) {
        copy(connection, rows.subList(i, Math.min(rows.size(), i + COPY_BATCH)), type);
      }
      return rows.size() / ((System.nanoTime() - start) / 1e9);
    }
  }

  private static void copy(Connection connection, List<Map.Entry<String, byte[]>> rows, String type)
      throws SQLException, IOException {
    var bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write("PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1));
    out.writeInt(0);
    out.writeInt(0);
    for (var row : rows) {
      out.writeShort(2);
      byte[] uri = row.getKey().getBytes(StandardCharsets.UTF_8);
      out.writeInt(uri.length);
      out.write(uri);
      boolean versioned = type.equals("jsonb");
      out.writeInt(row.getValue().length + (versioned ? 1 : 0));
      if (versioned) {
        out.write(1);
      }
      out.write(row.getValue());
    }
    out.writeShort(-1);
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn(
            "COPY floor FROM STDIN (FORMAT binary)",
            new java.io.ByteArrayInputStream(bytes.toByteArray()));
  }
}
