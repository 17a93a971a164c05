package io.dateline.bench;

import io.dateline.embedded.EmbeddedKafka;
import io.dateline.enrich.EnrichService;
import io.dateline.enrich.EnrichSettings;
import io.dateline.enrich.Enricher;
import io.dateline.enrich.Enrichers;
import io.dateline.model.Article;
import io.dateline.model.Channel;
import io.dateline.model.ninjs.ArticleCodec;
import io.dateline.model.ninjs.CodecException;
import io.dateline.model.ninjs.EnrichedCodec;
import io.dateline.runtime.ChannelSetup;
import io.dateline.runtime.KafkaSettings;
import io.dateline.runtime.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/**
 * Articles a second through the enrich topology and through one that only copies, exactly once
 * both, broker in the same JVM; and how long an article takes at a quiet rate.
 *
 * <p>{@code java -cp ... io.dateline.bench.EnrichBenchmark [articles, 20000]}
 */
public final class EnrichBenchmark {
  private static final int LATENCY_ARTICLES = 1_000;
  private static final int LATENCY_PER_SECOND = 100;

  private final KafkaSettings kafka;
  private final Path folder;
  private final List<Article> articles;

  private EnrichBenchmark(KafkaSettings kafka, Path folder, List<Article> articles) {
    this.kafka = kafka;
    this.folder = folder;
    this.articles = articles;
  }

  /** Prints one line for each figure. */
  public static void main(String[] args) throws Exception {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
    Path folder = Files.createTempDirectory("dateline-enrich-bench");
    try (EmbeddedKafka broker = EmbeddedKafka.start(folder.resolve("kafka"), 0)) {
      KafkaSettings kafka = KafkaSettings.local(broker.bootstrap());
      ChannelSetup.ensure(kafka);
      new EnrichBenchmark(kafka, folder, SampleArticles.of(count, 42)).run();
    }
    System.exit(0);
  }

  private void run() throws Exception {
    long bytes = publish();
    System.out.printf(
        "%d articles, %.1f KB of JSON each%n", articles.size(), bytes / 1024.0 / articles.size());
    Enricher enricher = Enrichers.standard();
    double pure = pure(enricher);
    System.out.printf("pure stages with codecs, one thread   %8.0f articles/s%n", pure);
    double identity = identity();
    System.out.printf("identity topology, exactly once       %8.0f articles/s%n", identity);
    Platform platform = Platform.create();
    try (EnrichService service =
        EnrichService.start(
            EnrichSettings.local(kafka, folder.resolve("state")), platform, enricher, () -> {})) {
      double enriched = rate(() -> grouped(platform));
      System.out.printf("enrich topology, exactly once         %8.0f articles/s%n", enriched);
      System.out.printf("ratio to identity                     %8.2f%n", enriched / identity);
      latency();
    }
    double warm = takeOver(enricher, folder.resolve("state"));
    double cold = takeOver(enricher, folder.resolve("empty"));
    System.out.printf("first article with warm stores        %8.1f s after the start%n", warm);
    System.out.printf("first article with restored stores    %8.1f s after the start%n", cold);
  }

  /** How long a new instance takes to its first article: stores warm, or restored from Kafka. */
  private double takeOver(Enricher enricher, Path state) throws Exception {
    Platform platform = Platform.create();
    long start = System.nanoTime();
    try (EnrichService service =
            EnrichService.start(EnrichSettings.local(kafka, state), platform, enricher, () -> {});
        KafkaProducer<String, byte[]> producer = new KafkaProducer<>(kafka.producer())) {
      send(producer, articles.get(0), ArticleCodec.toJson(articles.get(0)));
      while (grouped(platform) == 0) {
        Thread.sleep(1);
      }
      return (System.nanoTime() - start) / 1e9;
    }
  }

  private static long grouped(Platform platform) {
    var counter = platform.meters().find("dateline_stage_out").tag("stage", "group").counter();
    return counter == null ? 0 : (long) counter.count();
  }

  private long publish() {
    long bytes = 0;
    try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(kafka.producer())) {
      for (Article article : articles) {
        byte[] json = ArticleCodec.toJson(article);
        bytes += json.length;
        send(producer, article, json);
      }
      producer.flush();
    }
    return bytes;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // flushed behind the loop
  private void send(KafkaProducer<String, byte[]> producer, Article article, byte[] json) {
    producer.send(new ProducerRecord<>(kafka.topic(Channel.ARTICLES), article.uri().value(), json));
  }

  private double pure(Enricher enricher) throws CodecException {
    long sum = 0;
    long start = System.nanoTime();
    for (Article article : articles) {
      Article read = ArticleCodec.fromJson(ArticleCodec.toJson(article));
      sum += EnrichedCodec.toJson(enricher.tag(read)).length;
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (sum == 0) {
      throw new IllegalStateException("nothing was written");
    }
    return articles.size() / seconds;
  }

  private double identity() throws InterruptedException {
    AtomicLong seen = new AtomicLong();
    StreamsBuilder builder = new StreamsBuilder();
    builder.stream(
            kafka.topic(Channel.ARTICLES), Consumed.with(Serdes.String(), Serdes.ByteArray()))
        .peek((key, value) -> seen.incrementAndGet())
        .to(kafka.topic(Channel.MATCHES), Produced.with(Serdes.String(), Serdes.ByteArray()));
    try (KafkaStreams streams = new KafkaStreams(builder.build(), identityProperties())) {
      streams.start();
      return rate(seen::get);
    }
  }

  private Properties identityProperties() {
    Properties properties = new Properties();
    properties.putAll(
        Map.of(
            StreamsConfig.APPLICATION_ID_CONFIG,
            "identity",
            StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
            kafka.bootstrap(),
            StreamsConfig.STATE_DIR_CONFIG,
            folder.resolve("identity").toString(),
            StreamsConfig.NUM_STREAM_THREADS_CONFIG,
            EnrichSettings.DEFAULT_THREADS,
            StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
            StreamsConfig.EXACTLY_ONCE_V2,
            StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
            EnrichSettings.DEFAULT_COMMIT_INTERVAL.toMillis(),
            "auto.offset.reset",
            "earliest",
            "producer.compression.type",
            "lz4"));
    return properties;
  }

  /** From the first article on, without the start. */
  private double rate(LongSupplier done) throws InterruptedException {
    while (done.getAsLong() == 0) {
      Thread.sleep(1);
    }
    long first = done.getAsLong();
    long start = System.nanoTime();
    while (done.getAsLong() < articles.size()) {
      Thread.sleep(1);
    }
    return (articles.size() - first) / ((System.nanoTime() - start) / 1e9);
  }

  private void latency() throws Exception {
    List<Long> micros = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer = ChannelReader.of(kafka, Channel.ENRICHED);
        KafkaProducer<String, byte[]> producer = new KafkaProducer<>(kafka.producer())) {
      consumer.seekToEnd(consumer.assignment());
      consumer.assignment().forEach(consumer::position);
      Map<String, Long> sent = new java.util.concurrent.ConcurrentHashMap<>();
      Thread sender = Thread.ofPlatform().start(() -> sendSlowly(producer, sent));
      while (micros.size() < LATENCY_ARTICLES) {
        for (var record : consumer.poll(Duration.ofMillis(50))) {
          Long start = sent.get(record.key());
          if (start != null) {
            micros.add((System.nanoTime() - start) / 1_000);
          }
        }
      }
      sender.join();
    }
    Collections.sort(micros);
    System.out.printf(
        "published to enriched at %d/s          p50 %.0f ms, p99 %.0f ms%n",
        LATENCY_PER_SECOND,
        micros.get(micros.size() / 2) / 1e3,
        micros.get(micros.size() * 99 / 100) / 1e3);
  }

  private void sendSlowly(KafkaProducer<String, byte[]> producer, Map<String, Long> sent) {
    long start = System.nanoTime();
    for (int i = 0; i < LATENCY_ARTICLES; i++) {
      long due = start + i * 1_000_000_000L / LATENCY_PER_SECOND;
      java.util.concurrent.locks.LockSupport.parkNanos(due - System.nanoTime());
      Article article = articles.get(i);
      sent.put(article.uri().value(), System.nanoTime());
      send(producer, article, ArticleCodec.toJson(article));
    }
  }
}
