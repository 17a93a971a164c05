package io.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.embedded.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code demo} as a process of its own, killed in the middle and told to stop. */
class KillTest {
  @TempDir Path folder;

  @Test
  void afterAKillEveryArticleIsThereOnceAndAStopIsQuick() throws Exception {
    int port = Ports.claim("test", 0);
    List<String> demo =
        List.of(
            "demo", "--data", folder.resolve("data").toString(), "--port", Integer.toString(port));
    try (Child first = Child.start(folder, Map.of(), demo)) {
      first.await("dateline is up", Duration.ofSeconds(60));
      assertThat(Web.await(port, Duration.ofSeconds(60), all -> all.size() >= 8))
          .hasSizeGreaterThanOrEqualTo(8);
      first.kill();
    }
    letTheWireGrow();
    try (Child second = Child.start(folder, Map.of(), demo)) {
      second.await("dateline is up", Duration.ofSeconds(60));
      List<JsonNode> articles = Web.await(port, Duration.ofSeconds(150), all -> all.size() >= 46);
      assertThat(articles).hasSize(46);
      assertThat(articles.stream().map(a -> a.path("uri").asText())).doesNotHaveDuplicates();
      assertThat(articles.stream().filter(a -> !a.path("version").asText().equals("1")))
          .as("nothing was published twice")
          .hasSizeLessThanOrEqualTo(1);
      assertThat(processesOnTheData()).as("PostgreSQL runs there").isPositive();
      long begun = System.nanoTime();
      second.handle().destroy();
      second.exit(Duration.ofSeconds(10));
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
      assertThat(processesOnTheData()).isZero();
    }
  }

  /** As if the demo had been off for some minutes: all pages are out when it starts again. */
  private void letTheWireGrow() throws IOException {
    Path file = folder.resolve("data").resolve("wire.properties");
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

  private long processesOnTheData() {
    String data = folder.resolve("data").toString();
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains(data + "/postgres"))
        .count();
  }
}
