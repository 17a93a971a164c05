package io.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.dateline.embedded.EmbeddedKafka;
import io.dateline.embedded.EmbeddedPostgres;
import io.dateline.embedded.Ports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No container engine is needed: each service of the compose file runs as a process with its
 * command and environment, names of containers replaced by loopback, folders by a temporary one.
 */
class ComposeTest {
  private static final List<String> SERVICES = List.of("enrich", "sink", "serve", "ingest");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::-([^}]*))?}");

  @TempDir Path folder;

  private static JsonNode compose() throws Exception {
    Path file = Path.of(System.getProperty("dateline.root"), "docker-compose.yml");
    return new ObjectMapper(new YAMLFactory()).readTree(Files.readString(file)).path("services");
  }

  @Test
  void anArticleGoesThroughTheFourServicesAsTheComposeFileStartsThem() throws Exception {
    int serve = Ports.claim("test", 0);
    try (EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("pg"), 0)) {
      Map<String, String> places =
          Map.of(
              "kafka:9092",
              kafka.bootstrap(),
              "postgres:5432",
              "127.0.0.1:" + postgres.port(),
              "0.0.0.0",
              "127.0.0.1",
              "/var/lib/dateline",
              folder.resolve("state").toString());
      List<Child> children = new ArrayList<>();
      try {
        for (String service : SERVICES) {
          children.add(start(service, places, serve));
        }
        backfill(kafka.bootstrap());
        List<JsonNode> articles = Web.await(serve, Duration.ofSeconds(60), all -> !all.isEmpty());
        assertThat(articles).as(() -> children.getLast().err().toString()).hasSize(1);
        assertThat(articles.getFirst().path("enrichment").path("language").asText())
            .isEqualTo("en");
      } finally {
        children.forEach(child -> child.handle().destroy());
        children.forEach(Child::close);
      }
    }
  }

  private Child start(String service, Map<String, String> places, int servePort) throws Exception {
    JsonNode node = compose().path(service);
    List<String> command = new ArrayList<>();
    node.path("command").forEach(word -> command.add(word.asText()));
    Map<String, String> env = new HashMap<>();
    for (var entry : node.path("environment").properties()) {
      String value = interpolate(entry.getValue().asText());
      for (var place : places.entrySet()) {
        value = value.replace(place.getKey(), place.getValue());
      }
      env.put(entry.getKey(), value);
    }
    // ports of this machine may be taken, and the token would keep this test's plain client out
    env.computeIfPresent("STATUS_PORT", (_, _) -> "0");
    env.computeIfPresent("SERVE_PORT", (_, _) -> Integer.toString(servePort));
    env.replaceAll((name, value) -> name.endsWith("_TOKEN") ? "" : value);
    env.computeIfPresent("DATELINE_SOURCES", (_, _) -> "");
    return Child.start(folder, env, command);
  }

  private static String interpolate(String value) {
    Matcher matcher = VARIABLE.matcher(value);
    return matcher.replaceAll(
        found -> Matcher.quoteReplacement(found.group(2) == null ? "" : found.group(2)));
  }

  private void backfill(String kafka) throws Exception {
    String body =
        "The government in Nairobi said on Friday that talks with the striking doctors had"
            + " resumed. Kenya's health minister promised an offer within days.";
    Path file = folder.resolve("one.warc");
    Files.write(
        file,
        Warcs.archive(
            "https://example.org/talks",
            "<html lang=en><head><title>Talks resume in Nairobi</title></head><body><article>"
                + "<h1>Talks resume in Nairobi</h1><p>"
                + body
                + "</p><p>"
                + body
                + "</p></article></body></html>"));
    Child child = Child.run(folder, "", "backfill", "--kafka", kafka, file.toString());
    assertThat(child.out())
        .as(() -> child.err().toString())
        .singleElement()
        .asString()
        .contains("\"published\":1");
  }
}
