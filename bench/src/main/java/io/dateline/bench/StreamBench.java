package io.dateline.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dateline.embedded.EmbeddedKafka;
import io.dateline.embedded.EmbeddedPostgres;
import io.dateline.model.Channel;
import io.dateline.runtime.ChannelSetup;
import io.dateline.runtime.DatabaseSettings;
import io.dateline.runtime.KafkaSettings;
import io.dateline.runtime.Platform;
import io.dateline.runtime.Shutdown;
import io.dateline.serve.ServeService;
import io.dateline.serve.ServeSettings;
import io.dateline.sink.SinkService;
import io.dateline.sink.SinkSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A real broker, a real serve with a database or without, and a steady producer, in this JVM. */
final class StreamBench implements AutoCloseable {

  /** Nothing listens there. */
  private static final DatabaseSettings NOWHERE =
      new DatabaseSettings("jdbc:postgresql://127.0.0.1:1/none", "none", "");

  private final Shutdown parts = new Shutdown();
  private final Path folder;
  private final KafkaSettings kafka;
  private final Platform platform = Platform.create();
  private final ServeService serve;
  private final KafkaProducer<String, byte[]> producer;
  private int published;

  private StreamBench(boolean stored) throws IOException, InterruptedException {
    folder = Files.createTempDirectory("dateline-stream-bench");
    EmbeddedKafka broker = parts.add("kafka", EmbeddedKafka.start(folder.resolve("kafka"), 0));
    kafka = KafkaSettings.local(broker.bootstrap());
    ChannelSetup.ensure(kafka);
    DatabaseSettings database = stored ? startStore() : NOWHERE;
    serve =
        parts.add("serve", ServeService.start(ServeSettings.local(0, kafka, database), platform));
    producer = parts.add("producer", new KafkaProducer<>(kafka.producer()));
  }

  /** Streams need no database. */
  static StreamBench withoutDatabase() throws IOException, InterruptedException {
    return new StreamBench(false);
  }

  /** With a real PostgreSQL that the sink fills. */
  static StreamBench withDatabase() throws IOException, InterruptedException {
    return new StreamBench(true);
  }

  private DatabaseSettings startStore() throws InterruptedException {
    EmbeddedPostgres postgres =
        parts.add("postgres", EmbeddedPostgres.start(folder.resolve("postgres"), 0));
    var database = new DatabaseSettings(postgres.jdbcUrl(), postgres.user(), "");
    parts.add("sink", SinkService.start(SinkSettings.local(kafka, database), Platform.create()));
    return database;
  }

  KafkaSettings kafka() {
    return kafka;
  }

  Path folder() {
    return folder;
  }

  int port() {
    return serve.port();
  }

  /** How many articles were published so far; the next one has this number. */
  int published() {
    return published;
  }

  /** Clients that listen, as serve counts them. */
  int clients() {
    var gauge = platform.meters().find("dateline_stream_clients").gauge();
    return gauge == null ? 0 : (int) gauge.value();
  }

  /** Publishes articles at a steady rate. */
  void publish(Channel channel, int rate, int count, IntFunction<byte[]> article) {
    long begun = System.nanoTime();
    for (int i = 0; i < count; i++) {
      LockSupport.parkNanos(begun + i * 1_000_000_000L / rate - System.nanoTime());
      int number = published++;
      var record =
          new ProducerRecord<>(
              kafka.topic(channel), StreamClient.URI + number, article.apply(number));
      record.headers().add("ce_type", "dateline.article.created".getBytes(UTF_8));
      var _ = producer.send(record);
    }
    producer.flush();
  }

  /** Waits until clients are told where they stand. */
  static void awaitBegun(Collection<StreamClient> clients) throws InterruptedException {
    for (StreamClient client : clients) {
      while (!client.hasBegun()) {
        Thread.sleep(5);
      }
    }
  }

  /** Bytes that are in use after a collection. */
  static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  /** Prints how late articles came to all of these clients. */
  static void print(String what, Collection<StreamClient> clients) {
    int[] sorted =
        clients.stream().flatMapToInt(client -> Arrays.stream(client.micros())).sorted().toArray();
    if (sorted.length == 0) {
      System.out.println(what + ": nothing arrived");
      return;
    }
    System.out.printf(
        "%s: %,d events, p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
        what,
        sorted.length,
        sorted[sorted.length / 2] / 1e3,
        sorted[(int) (sorted.length * 0.99)] / 1e3,
        sorted[sorted.length - 1] / 1e3);
  }

  @Override
  public void close() {
    parts.close();
  }
}
