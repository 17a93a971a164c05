package io.dateline.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dateline.model.EnrichedArticle;
import io.dateline.serve.LineExtension;
import io.dateline.serve.Samples;
import io.dateline.serve.ServedLine;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** Watches over a real broker. */
@ExtendWith(LineExtension.class)
@Isolated("restarts serve, which all classes share")
class WatchApiTest {
  private static final JsonMapper JSON = new JsonMapper();

  private final ServedLine line;

  WatchApiTest(ServedLine line) {
    this.line = line;
  }

  private HttpResponse<String> send(String method, String path, String body) {
    return line.send(
        HttpRequest.newBuilder(line.uri(path))
            .method(method, BodyPublishers.ofString(body))
            .build());
  }

  private String create(String query) throws Exception {
    HttpResponse<String> made =
        send(
            "POST",
            "/api/v1/watches",
            JSON.writeValueAsString(java.util.Map.of("name", "Test", "query", query)));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    return JSON.readTree(made.body()).get("id").asText();
  }

  private JsonNode hits(String id) {
    try {
      return JSON.readTree(line.get("/api/v1/watches/" + id + "/hits").body()).get("hits");
    } catch (java.io.IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static EnrichedArticle article(int number, String headline) {
    return Samples.enriched(Samples.article(number, "en", headline, "Text."), "en", List.of());
  }

  @Test
  void watchCatchesWhatItsQueryFindsOnceAndOutlivesARestart() throws Exception {
    String id = create("title:quokka*");
    line.publish(article(400, "No such animal"));
    line.publish(article(401, "Quokkas on Rottnest"));
    ServedLine.await(() -> hits(id).size() == 1);
    JsonNode hit = hits(id).get(0);
    assertThat(hit.get("headline").asText()).isEqualTo("Quokkas on Rottnest");
    assertThat(hit.get("event").asText()).isEqualTo("created");
    line.restartServe();
    assertThat(line.get("/api/v1/watches").body()).contains(id);
    line.publish(article(402, "A quokka again"));
    ServedLine.await(() -> hits(id).size() == 2);
    assertThat(send("DELETE", "/api/v1/watches/" + id, "").statusCode()).isEqualTo(204);
    assertThat(line.get("/api/v1/watches/" + id).statusCode()).isEqualTo(404);
  }

  @Test
  void pausedWatchCatchesNothing() throws Exception {
    String id = create("wombat");
    String other = create("wombat");
    HttpResponse<String> changed =
        send(
            "PUT",
            "/api/v1/watches/" + id,
            "{\"name\":\"Paused\",\"query\":\"wombat\",\"paused\":true}");
    assertThat(JSON.readTree(changed.body()).get("paused").asBoolean()).isTrue();
    line.publish(article(410, "A wombat"));
    ServedLine.await(() -> hits(other).size() == 1);
    assertThat(hits(id)).isEmpty();
  }

  @Test
  void previewTellsWhatItWouldHaveCaughtByDay() throws Exception {
    var at = java.time.OffsetDateTime.now(java.time.ZoneOffset.UTC).minusHours(1);
    EnrichedArticle recent = article(420, "Numbat seen");
    recent =
        new EnrichedArticle(
            recent.article().toBuilder().dates(new io.dateline.model.Dates(at, at)).build(),
            recent.enrichment());
    line.store(recent);
    ServedLine.await(() ->
        send("POST", "/api/v1/watches/preview", "{\"query\":\"numbat\"}")
            .body()
            .contains("\"total\":1"));
    JsonNode preview =
        JSON.readTree(send("POST", "/api/v1/watches/preview", "{\"query\":\"numbat\"}").body());
    assertThat(preview.get("days").properties()).hasSize(1);
  }

  @Test
  void wrongWatchesAreRefused() {
    for (String body :
        List.of(
            "",
            "[]",
            "{\"name\":\"x\"}",
            "{\"name\":\"\",\"query\":\"x\"}",
            "{\"name\":\"x\",\"query\":\"a AND\"}")) {
      assertThat(send("POST", "/api/v1/watches", body).statusCode()).as(body).isEqualTo(400);
    }
    assertThat(send("POST", "/api/v1/watches", "x".repeat(70_000)).statusCode()).isEqualTo(413);
  }

  @Test
  void pagesOfOtherSitesMayNotChangeAnything() {
    HttpRequest foreign =
        HttpRequest.newBuilder(line.uri("/api/v1/watches"))
            .header("Origin", "https://evil.example")
            .POST(BodyPublishers.ofString("{\"name\":\"x\",\"query\":\"x\"}"))
            .build();
    assertThat(line.send(foreign).statusCode()).isEqualTo(403);
  }
}
