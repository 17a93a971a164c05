package io.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.embedded.Ports;
import io.dateline.model.ninjs.Json;
import io.dateline.runtime.KafkaSettings;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three lives of one {@code demo}: ended by kill -9, by SIGTERM, by Ctrl-C. */
@Order(1)
class KillTest {
  private static final int ARTICLES = 46;
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration STOP = Duration.ofSeconds(10);

  @TempDir Path folder;

  @Test
  void everyArticleIsThereOnceAfterAKillAndAfterAStopWhichIsQuick() throws Exception {
    int port = Ports.claim("test", 0);
    List<String> demo =
        List.of("demo", "--data", data().toString(), "--port", Integer.toString(port));
    try (Child first = Child.start(folder, Map.of(), demo)) {
      first.await("dateline is up", START);
      assertThat(Web.await(port, START, all -> all.size() >= 8)).hasSizeGreaterThanOrEqualTo(8);
      first.kill();
    }
    letTheWireGrow();
    try (Child second = Child.start(folder, Map.of(), demo)) {
      second.await("dateline is up", START);
      List<JsonNode> articles =
          Web.await(port, Duration.ofSeconds(150), all -> all.size() >= ARTICLES);
      everyArticleIsThereOnce(articles);
      everyArticleIsFoundOnce(port);
      theBooksAreBalanced(second);
      stopsQuickly(second, () -> second.handle().destroy());
    }
    try (Child third = Child.start(folder, Map.of(), demo)) {
      third.await("dateline is up", START);
      everyArticleIsThereOnce(Web.await(port, START, all -> all.size() >= ARTICLES));
      theBooksAreBalanced(third);
      isReady(port);
      int told = third.err().size();
      stopsQuickly(third, third::interrupt);
      assertThat(third.err().subList(told, third.err().size()))
          .noneMatch(line -> line.contains("ERROR") || line.startsWith("\tat "));
    }
  }

  private static void everyArticleIsThereOnce(List<JsonNode> articles) {
    assertThat(articles).hasSize(ARTICLES);
    assertThat(articles.stream().map(a -> a.path("uri").asText())).doesNotHaveDuplicates();
    assertThat(articles.stream().filter(a -> !a.path("version").asText().equals("1")))
        .as("nothing was published twice")
        .hasSizeLessThanOrEqualTo(1);
  }

  /** The search index, too, was cut off between two of its commits. */
  private static void everyArticleIsFoundOnce(int port) throws Exception {
    String path = "/api/v1/articles?limit=200&q=lang:de%20OR%20lang:en";
    JsonNode found =
        Web.await(
            START,
            () -> Json.read(Web.get(port, path, BodyHandlers.ofByteArray()).body()),
            page -> page.path("total").asInt() >= ARTICLES);
    assertThat(found.path("total").asInt()).isEqualTo(ARTICLES);
    List<String> uris = new ArrayList<>();
    found.path("articles").forEach(article -> uris.add(article.path("uri").asText()));
    assertThat(uris).hasSize(ARTICLES).doesNotHaveDuplicates();
  }

  private static void isReady(int port) throws Exception {
    var answer =
        Web.await(
            START,
            () -> Web.get(port, "/readyz", BodyHandlers.ofString()),
            status -> status.statusCode() == 200);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static void theBooksAreBalanced(Child line) throws Exception {
    Audit audit = new Audit(KafkaSettings.local(line.told("Kafka")), line.told("PostgreSQL"));
    assertThat(audit.faults(Duration.ofSeconds(30))).isEmpty();
  }

  private void stopsQuickly(Child line, Stop stop) throws Exception {
    assertThat(line.processesOn(data())).as("PostgreSQL runs there").isPositive();
    long begun = System.nanoTime();
    stop.run();
    line.exit(STOP.multipliedBy(3));
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(STOP);
    assertThat(line.processesOn(data())).isZero();
  }

  /** Sends the signal. */
  @FunctionalInterface
  private interface Stop {
    void run() throws IOException, InterruptedException;
  }

  /** As if the demo had been off for some minutes: all pages are out when it starts again. */
  private void letTheWireGrow() throws IOException {
    Path file = data().resolve("wire.properties");
    Properties wire = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      wire.load(reader);
    }
    Instant started = Instant.parse(wire.getProperty("started"));
    wire.setProperty("started", started.minus(Duration.ofMinutes(5)).toString());
    try (var writer = Files.newBufferedWriter(file)) {
      wire.store(writer, "the demo's wire");
    }
  }

  private Path data() {
    return folder.resolve("data");
  }
}
