package io.dateline.app.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.app.TestOutlet;
import io.dateline.app.Warcs;
import io.dateline.ingest.backfill.Backfill;
import io.dateline.ingest.backfill.BackfillReport;
import io.dateline.model.Channel;
import io.dateline.model.ninjs.Json;
import io.dateline.runtime.Platform;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * One line, and everything bad one can send it, one after the other. After each the bad thing is a
 * rejection with its reason, and a good article still arrives; in the end the line is stopped and
 * started on what it has seen.
 */
@Order(4)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HostileInputTest {
  private static final Duration MOST = Duration.ofSeconds(60);

  @TempDir static Path folder;
  static TestOutlet outlet;
  static TestLine line;
  static int good;

  @BeforeAll
  static void start() throws Exception {
    outlet = TestOutlet.start();
    outlet.answer(
        "/broken.xml",
        TestOutlet.body("application/rss+xml", "{<rss !! no feed at all".getBytes(UTF_8)));
    line = TestLine.start(folder, sources());
  }

  @AfterAll
  static void stop() {
    line.close();
    outlet.close();
  }

  private static String sources() {
    return outlet.source("daily") + outlet.source("broken", "/broken.xml");
  }

  /** Nothing that came before keeps a good article from arriving. */
  private static void aGoodArticleStillArrives() throws Exception {
    String path = "/good-" + ++good;
    String title = "Talks resume in Nairobi, part " + good;
    outlet.publish(path, title, TestOutlet.html(TestOutlet.page("en", title, TestOutlet.TALKS)));
    isServed(path);
  }

  private static JsonNode isServed(String path) throws Exception {
    String uri = outlet.url(path);
    List<JsonNode> found =
        line.web().await(MOST, all -> all.stream().anyMatch(a -> isAt(a, uri))).stream()
            .filter(a -> isAt(a, uri))
            .toList();
    assertThat(found).as(path).hasSize(1);
    return found.getFirst();
  }

  private static boolean isAt(JsonNode article, String uri) {
    return article.path("uri").asText().equals(uri);
  }

  /** The reason for which something left the line, once the database has it. */
  private static void isRejected(String subject, String... reasons) throws Exception {
    String sql = "select reason from rejected where subject || detail like '%" + subject + "%'";
    long deadline = System.nanoTime() + MOST.toNanos();
    List<String> found = line.ask(sql);
    while (found.isEmpty() && System.nanoTime() < deadline) {
      Thread.sleep(100);
      found = line.ask(sql);
    }
    assertThat(found).as(subject).isNotEmpty().isSubsetOf(reasons);
  }

  @Test
  @Order(1)
  void aMalformedFeed() throws Exception {
    isRejected("/broken.xml", "bad-feed");
    aGoodArticleStillArrives();
  }

  @Test
  @Order(2)
  void aPageOfFiftyMegabytes() throws Exception {
    outlet.publish(
        "/huge",
        "Huge",
        TestOutlet.endless("<html><body><p>", "more and more words ".repeat(3_000), 50_000_000));
    isRejected("/huge", "too-large");
    aGoodArticleStillArrives();
  }

  @Test
  @Order(3)
  void aPageInAnotherCharsetThanItSays() throws Exception {
    String page =
        TestOutlet.page(
            "de", "Müller lädt nach Köln", "Müller sprach über Größe. " + TestOutlet.TALKS);
    outlet.publish(
        "/charset",
        "Charset",
        TestOutlet.body(
            "text/html; charset=utf-8", page.getBytes(Charset.forName("windows-1252"))));
    assertThat(isServed("/charset").path("title").asText()).isEqualTo("Müller lädt nach Köln");
    aGoodArticleStillArrives();
  }

  @Test
  @Order(4)
  void anEmptyPage() throws Exception {
    outlet.publish("/empty", "Empty", TestOutlet.html(""));
    isRejected("/empty", "empty");
    aGoodArticleStillArrives();
  }

  @Test
  @Order(5)
  void aGzipBomb() throws Exception {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      byte[] spaces = new byte[1 << 20];
      Arrays.fill(spaces, (byte) ' ');
      for (int megabytes = 0; megabytes < 300; megabytes++) {
        gzip.write(spaces);
      }
    }
    byte[] body = bomb.toByteArray();
    outlet.publish(
        "/bomb",
        "Bomb",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          TestOutlet.body("text/html", body).send(exchange);
        });
    isRejected("/bomb", "too-large");
    aGoodArticleStillArrives();
  }

  @Test
  @Order(6)
  void aTruncatedArchive() throws Exception {
    byte[] first =
        Warcs.archive(
            "https://example.org/whole", TestOutlet.page("en", "Whole and well", TestOutlet.TALKS));
    byte[] second =
        Warcs.archive(
            "https://example.org/cut", TestOutlet.page("en", "Cut short", TestOutlet.TALKS));
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(first);
    both.writeBytes(Arrays.copyOf(second, second.length - 200));
    Path file = folder.resolve("cut.warc");
    Files.write(file, both.toByteArray());
    BackfillReport report =
        new Backfill(line.kafka(), Platform.create()).run(List.of(file), _ -> {});
    assertThat(report.published()).isEqualTo(1);
    assertThat(report.rejected()).isEqualTo(1);
    isRejected("cut.warc", "bad-archive", "bad-body");
    aGoodArticleStillArrives();
  }

  @Test
  @Order(7)
  void poisonOnEachChannel() throws Exception {
    String poison = "poison";
    for (Channel channel : Channel.values()) {
      send(channel, poison, "no JSON, \u0000 and more".getBytes(UTF_8));
      send(channel, poison, "{\"uri\":42,\"version\":[]}".getBytes(UTF_8));
      send(channel, poison, new byte[] {(byte) 0xff, 0, (byte) 0xfe});
      send(channel, poison, new byte[0]);
      send(channel, poison, "{}".getBytes(UTF_8));
      send(channel, null, "{}".getBytes(UTF_8));
      send(channel, "", "[".repeat(100_000).getBytes(UTF_8));
      send(channel, poison, null);
    }
    aGoodArticleStillArrives();
    isRejected("poison", "bad-json", "bad-ninjs", "empty", "internal-error");
    isReady();
  }

  @Test
  @Order(8)
  void whatWasSentIsStillThereWhenTheLineIsStartedAgain() throws Exception {
    List<String> before = line.ask("select uri from article order by uri");
    line.close();
    line = TestLine.start(folder, sources());
    aGoodArticleStillArrives();
    isReady();
    assertThat(line.ask("select uri from article order by uri")).containsAll(before);
    assertThat(line.ask("select uri from article where version > 1")).isEmpty();
  }

  private static void isReady() throws Exception {
    long deadline = System.nanoTime() + MOST.toNanos();
    var answer = line.web().get("/readyz", BodyHandlers.ofByteArray());
    while (answer.statusCode() != 200 && System.nanoTime() < deadline) {
      Thread.sleep(200);
      answer = line.web().get("/readyz", BodyHandlers.ofByteArray());
    }
    assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(200);
    assertThat(Json.read(answer.body()).path("live").asBoolean()).isTrue();
  }

  private static void send(Channel channel, @Nullable String key, byte @Nullable [] value)
      throws Exception {
    try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(line.kafka().producer())) {
      for (int partition = 0; partition < line.kafka().partitions(); partition++) {
        Future<RecordMetadata> sent =
            producer.send(new ProducerRecord<>(line.kafka().topic(channel), partition, key, value));
        try {
          sent.get();
        } catch (java.util.concurrent.ExecutionException e) {
          // a compacted channel takes no record without a key: nothing to survive
          assertThat(channel.isCompacted() && key == null).as(channel + ": " + e).isTrue();
        }
      }
    }
  }
}
