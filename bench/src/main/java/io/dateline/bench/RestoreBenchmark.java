package io.dateline.bench;

import io.dateline.embedded.EmbeddedKafka;
import io.dateline.model.Article;
import io.dateline.model.Channel;
import io.dateline.model.ninjs.ArticleCodec;
import io.dateline.runtime.ChannelSetup;
import io.dateline.runtime.KafkaSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * How long no article comes out when the instance that groups a language is lost and its partition
 * remembers as much as it may: taken over by a standby, started again after an orderly end, and
 * restored from Kafka by an instance that has nothing. Processes and broker are real.
 *
 * <p>Arguments: articles of that language before the first kill (200000).
 */
public final class RestoreBenchmark implements AutoCloseable {

  private static final String LANGUAGE = "en";

  /** Articles sent before they came out, at most. */
  private static final int AHEAD = 2_000;

  /** Between two articles of those that show when an instance works. */
  private static final Duration BEAT = Duration.ofMillis(100);

  /** Until the broker has forgotten a dead member and its open transaction. */
  private static final Duration FORGOTTEN = Duration.ofSeconds(20);

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final List<String> FLAGS = List.of("-Xmx1g");

  private final KafkaSettings kafka;
  private final Path folder;
  private final Admin admin;
  private final GroupTasks tasks;
  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Supplier<Article> articles = SampleArticles.english(42);
  private final Set<String> awaited = new HashSet<>();

  private RestoreBenchmark(KafkaSettings kafka, Path folder) throws InterruptedException {
    this.kafka = kafka;
    this.folder = folder;
    ChannelSetup.ensure(kafka);
    admin = Admin.create(kafka.client());
    tasks = new GroupTasks(kafka, admin);
    producer = new KafkaProducer<>(kafka.producer());
    consumer = ChannelReader.of(kafka, Channel.ENRICHED);
  }

  /** Prints one line for each figure. */
  public static void main(String[] args) throws Exception {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 200_000;
    Path folder = Files.createTempDirectory("dateline-restore");
    try (EmbeddedKafka broker = EmbeddedKafka.start(folder.resolve("kafka"), 0);
        RestoreBenchmark benchmark =
            new RestoreBenchmark(KafkaSettings.local(broker.bootstrap()), folder)) {
      benchmark.run(count);
    }
    System.exit(0);
  }

  private void run(int count) throws Exception {
    try (EnrichProcess one = start("one", 1);
        EnrichProcess two = start("two", 1)) {
      awaitStandby();
      fill(count);
      EnrichProcess owner = one.processId().equals(owner(false)) ? one : two;
      String left = owner == one ? "two" : "one";
      owner.kill();
      tell("killed, taken over by its standby", left, firstOut());
      (owner == one ? two : one).stop();
      restart("started again after an orderly end", left);
      Thread.sleep(FORGOTTEN);
      restart("started with nothing, restored from Kafka", "empty");
    }
  }

  /** Starts an instance that is alone; it is killed when it has shown that it works. */
  private void restart(String what, String name) throws Exception {
    try (EnrichProcess alone = start(name, 0)) {
      tell(what, name, firstOut());
      alone.kill();
    }
  }

  private EnrichProcess start(String name, int standbys) throws Exception {
    return EnrichProcess.start(kafka, folder.resolve(name), standbys, FLAGS);
  }

  private String owner(boolean standby) throws InterruptedException {
    return tasks.owners(standby).getOrDefault(tasks.partition(LANGUAGE), "");
  }

  private void awaitStandby() throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (owner(false).isEmpty() || owner(true).isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("the instances do not come up");
      }
      Thread.sleep(200);
    }
  }

  /** Sends articles as fast as they come out again. */
  private void fill(int count) throws Exception {
    long begun = System.nanoTime();
    for (int sent = 0; sent < count || !awaited.isEmpty(); read()) {
      while (sent < count && awaited.size() < AHEAD) {
        send();
        sent++;
      }
    }
    System.out.printf(
        "%d articles grouped, %.0f/s%n", count, count / ((System.nanoTime() - begun) / 1e9));
  }

  /** Seconds until the first article came out that is sent from now on, one each beat. */
  private double firstOut() throws Exception {
    awaited.clear();
    long begun = System.nanoTime();
    for (int sent = 0; sent == awaited.size(); read()) {
      if (System.nanoTime() - begun > PATIENCE.toNanos()) {
        throw new IllegalStateException("nothing came out in " + PATIENCE);
      }
      if (System.nanoTime() - begun >= sent * BEAT.toNanos()) {
        send();
        sent++;
      }
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // whatever was not sent does not come out
  private void send() {
    Article article = articles.get();
    String uri = article.uri().value();
    awaited.add(uri);
    byte[] json = ArticleCodec.toJson(article);
    producer.send(new ProducerRecord<>(kafka.topic(Channel.ARTICLES), uri, json));
  }

  private void read() {
    for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(10))) {
      awaited.remove(record.key());
    }
  }

  /** The figure, and what the instance logged last of reading its stores. */
  private void tell(String what, String name, double seconds) throws Exception {
    String task = "_" + tasks.partition(LANGUAGE) + " read its copies and stories";
    String read =
        Files.readAllLines(folder.resolve(name).resolve("log")).stream()
            .filter(line -> line.contains(task))
            .map(line -> line.substring(line.indexOf("task ")))
            .reduce((before, last) -> last)
            .orElse("nothing read");
    System.out.printf("%-45s %6.1f s (%s)%n", what, seconds, read);
  }

  @Override
  public void close() {
    producer.close();
    consumer.close();
    admin.close();
  }
}
