package io.dateline.sink;

import io.dateline.model.Channel;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.ninjs.EnrichedCodec;
import io.dateline.runtime.DatabaseSettings;
import io.dateline.runtime.KafkaSettings;
import io.dateline.runtime.Platform;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Channels, a database and a sink between them, all of their own. */
public final class Line implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final KafkaSettings kafka;
  private final DatabaseSettings database;
  private final Platform platform = Platform.create();
  private final KafkaProducer<String, byte[]> producer;
  private final Admin admin;
  private SinkService sink;

  private Line(KafkaSettings kafka, DatabaseSettings database, DatabaseSettings seenBySink)
      throws InterruptedException {
    this.kafka = kafka;
    this.database = database;
    sink = SinkService.start(SinkSettings.local(kafka, seenBySink), platform);
    Map<String, Object> properties = kafka.producer();
    properties.put("transactional.id", kafka.prefix() + "test");
    producer = new KafkaProducer<>(properties);
    producer.initTransactions();
    admin = Admin.create(kafka.client());
  }

  /** Starts everything new. */
  public static Line start() throws SQLException, InterruptedException {
    DatabaseSettings database = Backends.get().database();
    return new Line(Backends.get().kafka(), database, database);
  }

  /** Starts everything new; the sink reaches the database through another port. */
  public static Line start(DatabaseSettings database, int port) throws InterruptedException {
    String url =
        database.url().replace(":" + Backends.get().postgresPort() + "/", ":" + port + "/");
    return new Line(
        Backends.get().kafka(), database, new DatabaseSettings(url, database.user(), ""));
  }

  /** Stops the sink and starts another one. */
  public void restartSink() throws InterruptedException {
    sink.close();
    sink = SinkService.start(SinkSettings.local(kafka, database), platform);
  }

  /** The process the sink believes to run in. */
  public Platform platform() {
    return platform;
  }

  /** How to reach the channels. */
  public KafkaSettings kafka() {
    return kafka;
  }

  /** How to reach the database. */
  public DatabaseSettings database() {
    return database;
  }

  /** Sends articles in one transaction. */
  public void enriched(EnrichedArticle... articles) {
    producer.beginTransaction();
    for (EnrichedArticle article : articles) {
      String uri = article.article().uri().value();
      send(Channel.ENRICHED, uri, EnrichedCodec.toJson(article));
    }
    producer.commitTransaction();
  }

  /** Sends bytes in a transaction of their own. */
  public void bytes(Channel channel, @Nullable String key, byte @Nullable [] value) {
    producer.beginTransaction();
    send(channel, key, value);
    producer.commitTransaction();
  }

  /** Sends an article whose transaction is aborted. */
  public void aborted(EnrichedArticle article) {
    producer.beginTransaction();
    send(Channel.ENRICHED, article.article().uri().value(), EnrichedCodec.toJson(article));
    producer.flush();
    producer.abortTransaction();
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the commit fails when a send did
  private void send(Channel channel, @Nullable String key, byte @Nullable [] value) {
    producer.send(new ProducerRecord<>(kafka.topic(channel), key, value));
  }

  /** Rows of a query. */
  public List<String> rows(String sql) throws SQLException {
    return Backends.rows(database, sql);
  }

  /** Waits until the database has stored all that the channels have. */
  public void awaitStored() throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!storedOffsets().equals(endOffsets())) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(
            "stored %s of %s; health %s"
                .formatted(storedOffsets(), endOffsets(), platform.health().parts()));
      }
      Thread.sleep(20);
    }
  }

  private Map<String, Long> storedOffsets() throws SQLException {
    Map<String, Long> offsets = new HashMap<>();
    for (String row : rows("SELECT channel, partition, next_offset FROM sink_offset")) {
      String[] columns = row.split("\\|");
      offsets.put(columns[0] + "-" + columns[1], Long.parseLong(columns[2]));
    }
    return offsets;
  }

  private Map<String, Long> endOffsets() throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    for (Channel channel : List.of(Channel.ENRICHED, Channel.REJECTED, Channel.STORY_LINKS)) {
      for (int i = 0; i < kafka.partitions(); i++) {
        wanted.put(new TopicPartition(kafka.topic(channel), i), OffsetSpec.latest());
      }
    }
    Map<String, Long> offsets = new HashMap<>();
    admin
        .listOffsets(wanted)
        .all()
        .get()
        .forEach((partition, end) -> offsets.put(partition.toString(), end.offset()));
    return offsets;
  }

  @Override
  public void close() {
    producer.close();
    admin.close();
    sink.close();
  }
}
