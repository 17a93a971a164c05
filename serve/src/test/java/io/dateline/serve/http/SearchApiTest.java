package io.dateline.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dateline.model.EnrichedArticle;
import io.dateline.serve.LineExtension;
import io.dateline.serve.Samples;
import io.dateline.serve.ServedLine;
import io.dateline.serve.SseClient;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** Search and queries on streams over a real broker and database. */
@ExtendWith(LineExtension.class)
@Isolated("restarts serve, which all classes share")
class SearchApiTest {
  private static final JsonMapper JSON = new JsonMapper();

  private final ServedLine line;

  SearchApiTest(ServedLine line) {
    this.line = line;
  }

  @BeforeAll
  static void storeSamples(ServedLine line) throws Exception {
    line.store(Samples.talks());
    line.store(Samples.election());
    ServedLine.await(
        () -> line.get("/api/v1/articles?q=date:2026-11-01").body().contains("\"total\":2"));
  }

  private JsonNode search(String query, String more) throws Exception {
    String q = URLEncoder.encode(query, StandardCharsets.UTF_8);
    var response = line.get("/api/v1/articles?q=" + q + more);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  @Test
  void queryFindsAndMarksItsWords() throws Exception {
    JsonNode found = search("Unterhändlern date:2026-11-01", "");
    assertThat(found.get("total").asInt()).isEqualTo(1);
    String id = found.get("articles").get(0).get("id").asText();
    assertThat(found.get("highlights").get(id).asText()).contains("\uE000Unterhändler\uE001");
  }

  @Test
  void facetsCountWhatWasFound() throws Exception {
    JsonNode facets = search("date:2026-11-01", "").get("facets");
    assertThat(facets.get("country").get("SY").asInt()).isEqualTo(1);
    assertThat(facets.get("country").has("TR")).isFalse();
    assertThat(facets.get("language").get("de").asInt()).isEqualTo(1);
    assertThat(facets.get("day").get("2026-11-01").asInt()).isEqualTo(2);
  }

  @Test
  void filtersNarrowAQuery() throws Exception {
    assertThat(search("date:2026-11-01", "&country=PT").get("total").asInt()).isEqualTo(1);
    assertThat(search("date:2026-11-01", "&lang=fr").get("total").asInt()).isZero();
    assertThat(search("parliament", "&order=best").get("articles")).isNotEmpty();
  }

  @Test
  void cursorWalksThroughTheHitsNewestFirst() throws Exception {
    List<String> titles = new ArrayList<>();
    String more = "&limit=1";
    while (true) {
      JsonNode page = search("date:2026-11-01", more);
      assertThat(page.get("total").asInt()).isEqualTo(2);
      page.get("articles").forEach(article -> titles.add(article.get("title").asText()));
      if (page.get("next").isNull()) {
        break;
      }
      more = "&limit=1&cursor=" + page.get("next").asText();
    }
    assertThat(titles)
        .containsExactly(
            "Voters in Portugal choose a parliament", "Friedensgespräche in Astana beginnen");
  }

  @Test
  void cursorWalksThroughTheBestHitsToo() throws Exception {
    JsonNode first = search("date:2026-11-01", "&limit=1&order=best");
    JsonNode second =
        search("date:2026-11-01", "&limit=1&order=best&cursor=" + first.get("next").asText());
    assertThat(second.get("next").isNull()).isTrue();
    assertThat(second.at("/articles/0/id")).isNotEqualTo(first.at("/articles/0/id"));
    assertThat(line.get("/api/v1/articles?q=x&order=best&cursor=b99999").statusCode())
        .isEqualTo(400);
  }

  @Test
  void wrongQueryIsToldWithItsPlace() throws Exception {
    var response = line.get("/api/v1/articles?q=topic:nonsense");
    assertThat(response.statusCode()).isEqualTo(400);
    JsonNode problem = JSON.readTree(response.body());
    assertThat(problem.get("parameter").asText()).isEqualTo("q");
    assertThat(problem.get("position").asInt()).isEqualTo(6);
    assertThat(problem.get("detail").asText()).contains("expected");
  }

  @Test
  void streamTakesTheSameQuery() throws Exception {
    String q = URLEncoder.encode("title:volcano* lang:en", StandardCharsets.UTF_8);
    try (SseClient client = SseClient.open(line.uri("/api/v1/stream?q=" + q), null)) {
      line.publish(article(300, "Nothing of it"));
      line.publish(article(301, "Volcanoes of Iceland"));
      assertThat(client.next().data()).contains("article/301");
    }
  }

  @Test
  void updateReplacesAndOldVersionsNeverComeBack() throws Exception {
    EnrichedArticle first = article(310, "Zeppelin over the lake");
    EnrichedArticle second = next(first);
    line.store(first);
    line.store(second);
    line.publish(first);
    line.publish(article(311, "Zeppelin museum"));
    ServedLine.await(
        () -> line.get("/api/v1/articles?q=zeppelin").body().contains("Zeppelin museum"));
    assertThat(search("zeppelin lake", "").get("total").asInt()).isZero();
    assertThat(search("airship lake", "").get("total").asInt()).isEqualTo(1);
  }

  @Test
  void indexIsRebuiltAfterARestart() throws Exception {
    line.restartServe();
    assertThat(search("date:2026-11-01", "").get("total").asInt()).isEqualTo(2);
  }

  private static EnrichedArticle article(int number, String headline) {
    return Samples.enriched(Samples.article(number, "en", headline, "Text."), "en", List.of());
  }

  private static EnrichedArticle next(EnrichedArticle first) {
    var text = io.dateline.model.Text.of("Airship over the lake", "Text.");
    return new EnrichedArticle(
        first.article().toBuilder().version(2).text(text).build(), first.enrichment());
  }
}
