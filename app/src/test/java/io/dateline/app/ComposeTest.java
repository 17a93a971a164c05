package io.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.embedded.EmbeddedKafka;
import io.dateline.embedded.EmbeddedPostgres;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No container engine is needed: each service of the compose file runs as a process with exactly
 * its command and environment and nothing else; {@link Compose} says what stands for what.
 */
@Order(6)
class ComposeTest {
  private static final List<String> SERVICES = List.of("enrich", "sink", "serve", "ingest");
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)(/\\S*)");

  @TempDir Path folder;

  @Test
  void anArticleGoesFromItsFeedThroughTheFourServicesToTheApiAndTheLiveStream() throws Exception {
    try (TestOutlet outlet = TestOutlet.start();
        EmbeddedKafka kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder.resolve("pg"), 0)) {
      Path sources = folder.resolve("sources.yaml");
      Files.writeString(sources, "sources:\n" + outlet.source("daily"));
      Compose compose = Compose.read();
      compose.map("kafka:9092", kafka.bootstrap());
      compose.map("postgres:5432", "127.0.0.1:" + postgres.port());
      compose.map("/etc/dateline/sources.yaml", sources.toString());
      List<Child> children = new ArrayList<>();
      try {
        for (String service : SERVICES) {
          Path home = Files.createDirectories(folder.resolve(service));
          compose.map("/var/lib/dateline", home.toString());
          children.add(Child.exec(folder, compose.command(service), compose.environment(service)));
        }
        outlet.publish(
            "/talks",
            "Talks resume",
            TestOutlet.html(TestOutlet.page("en", "Talks resume", TestOutlet.TALKS)));
        isServed(compose, outlet.url("/talks"), children);
        isWell(compose);
      } finally {
        children.forEach(child -> child.handle().destroy());
        children.forEach(Child::close);
      }
    }
  }

  private static void isServed(Compose compose, String uri, List<Child> children) throws Exception {
    Map<String, String> serve = compose.environment("serve");
    String token = serve.get("SERVE_READ_TOKEN");
    int port = Integer.parseInt(serve.get("SERVE_PORT"));
    assertThat(Web.status(port, "/api/v1/articles")).as("nothing without the token").isIn(0, 401);
    Web web = new Web(port, token);
    List<JsonNode> articles = web.await(Duration.ofSeconds(90), all -> !all.isEmpty());
    assertThat(articles)
        .as(() -> children.stream().map(child -> child.err().toString()).toList().toString())
        .singleElement()
        .satisfies(article -> assertThat(article.path("uri").asText()).isEqualTo(uri))
        .satisfies(article ->
            assertThat(article.path("enrichment").path("countries").toString()).contains("KE"));
    assertThat(web.stream("?country=KE&since=2000-01-01T00:00:00Z", "data:", 1))
        .singleElement()
        .asString()
        .contains(uri);
    assertThat(Web.status(port, "/api/v1/articles")).isEqualTo(401);
  }

  /** Asks what the health checks and Prometheus ask. */
  private static void isWell(Compose compose) throws Exception {
    for (String service : SERVICES) {
      Matcher check = ADDRESS.matcher(compose.healthCheck(service));
      assertThat(check.find()).as(service).isTrue();
      int port = Integer.parseInt(check.group(1));
      assertThat(Web.status(port, check.group(2))).as(service).isEqualTo(200);
      Web web = new Web(port, compose.prometheusToken());
      String metrics = web.get("/metrics", BodyHandlers.ofString()).body();
      assertThat(metrics).as(service).contains("jvm_memory_used_bytes");
    }
  }
}
