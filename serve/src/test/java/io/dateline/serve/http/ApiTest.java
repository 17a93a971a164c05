package io.dateline.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dateline.serve.LineExtension;
import io.dateline.serve.Samples;
import io.dateline.serve.ServedLine;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The API over a real broker and database. */
@ExtendWith(LineExtension.class)
class ApiTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String TALKS = Samples.talks().article().uri().id().toString();

  private final ServedLine line;

  ApiTest(ServedLine line) {
    this.line = line;
  }

  @BeforeAll
  static void storeSamples(ServedLine line) throws Exception {
    line.store(Samples.talks());
    line.store(Samples.election());
  }

  private List<String> headlines(String query) throws Exception {
    List<String> found = new ArrayList<>();
    line.json("/api/v1/articles?" + query)
        .get("articles")
        .forEach(article -> found.add(article.path("title").asText()));
    return found;
  }

  @Test
  void articlesAreListedNewestFirst() throws Exception {
    assertThat(headlines("to=2026-11-02"))
        .containsSubsequence(
            "Voters in Portugal choose a parliament", "Friedensgespräche in Astana beginnen");
  }

  @ParameterizedTest
  @CsvSource({
    "topic=16000000, Friedensgespräche in Astana beginnen",
    "topic=20000073, Friedensgespräche in Astana beginnen",
    "country=SY&to=2026-11-02, Friedensgespräche in Astana beginnen",
    "country=pt, Voters in Portugal choose a parliament",
    "lang=en&source=example&topic=11000000, Voters in Portugal choose a parliament"
  })
  void filtersNarrowTheList(String query, String headline) throws Exception {
    assertThat(headlines(query)).contains(headline);
  }

  @Test
  void mentionedCountriesAreNoFilterHits() throws Exception {
    assertThat(headlines("country=TR")).isEmpty();
  }

  @Test
  void cursorWalksThroughEveryArticleOnce() throws Exception {
    List<String> all = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = line.json("/api/v1/articles?limit=1&to=2026-11-02" + cursor);
      page.get("articles").forEach(article -> all.add(article.get("uri").asText()));
      cursor = page.get("next").isNull() ? "" : "&cursor=" + page.get("next").asText();
    } while (!cursor.isEmpty());
    assertThat(all).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void oneArticleIsTheRecordOfTheChannelWithItsId() throws Exception {
    JsonNode article = line.json("/api/v1/articles/" + TALKS);
    assertThat(article.get("id").asText()).isEqualTo(TALKS);
    assertThat(article.get("enrichment").get("tags")).isNotEmpty();
    assertThat(article.get("bodies").get(0).get("value").asText()).contains("Unterhändler");
  }

  @Test
  void ninjsProfileLeavesOurFieldsOut() throws Exception {
    JsonNode article = line.json("/api/v1/articles/" + TALKS + "?profile=ninjs");
    assertThat(article.has("enrichment")).isFalse();
    assertThat(article.has("id")).isFalse();
    assertThat(article.get("standard").get("name").asText()).isEqualTo("ninjs");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/articles?topics=16000000, topics",
    "/api/v1/articles?topic=nonsense, topic",
    "/api/v1/articles?country=ZZ, country",
    "/api/v1/articles?lang=!, lang",
    "/api/v1/articles?from=yesterday, from",
    "/api/v1/articles?limit=0, limit",
    "/api/v1/articles?limit=x, limit",
    "/api/v1/articles?limit=1&limit=2, limit",
    "/api/v1/articles?cursor=abc, cursor",
    "/api/v1/articles?copies=some, copies",
    "/api/v1/articles/no-uuid, id",
    "/api/v1/articles/" + "00000000-0000-8000-8000-000000000000?profile=x, profile",
    "/api/v1/stream?since=x, since",
    "/api/v1/stream?lastEventId=1.x, lastEventId",
    "/api/v1/counts?by=author, by"
  })
  void wrongParametersAreNamed(String path, String parameter) throws Exception {
    HttpResponse<String> response = line.get(path);
    if (parameter.equals("profile")) {
      assertThat(response.statusCode()).isIn(400, 404);
      return;
    }
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(JSON.readTree(response.body()).get("parameter").asText()).isEqualTo(parameter);
  }

  @Test
  void everyListFormatIsServedBySuffixAndByAccept() throws Exception {
    assertThat(line.get("/api/v1/articles.csv").body()).startsWith("id,uri,version");
    assertThat(line.get("/api/v1/articles.atom").body()).contains("<feed xmlns=");
    assertThat(line.get("/api/v1/articles.jsonfeed").body()).contains("jsonfeed.org/version/1.1");
    HttpResponse<String> lines = line.get("/api/v1/articles", "Accept", "application/x-ndjson");
    assertThat(lines.headers().firstValue("Content-Type")).contains("application/x-ndjson");
    for (String text : lines.body().split("\n", -1)) {
      assertThat(text.isEmpty() || JSON.readTree(text).has("uri")).isTrue();
    }
  }

  @Test
  void everyAnswerIsGuardedAgainstForeignContent() {
    for (String path : List.of("/", "/api/v1/articles", "/nothing", "/js/app.js")) {
      var headers = line.get(path).headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
          .contains("default-src 'self'")
          .doesNotContain("unsafe");
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(headers.firstValue("Access-Control-Allow-Origin")).isEmpty();
    }
  }

  @Test
  void unknownPathsAndMethodsAreTold() {
    assertThat(line.get("/api/v1/nothing").statusCode()).isEqualTo(404);
    var post =
        line.send(
            HttpRequest.newBuilder(line.uri("/api/v1/articles"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    assertThat(post.statusCode()).isEqualTo(405);
    assertThat(post.headers().firstValue("Allow")).contains("GET");
  }

  @Test
  void countsAddUp() throws Exception {
    JsonNode counts =
        line.json("/api/v1/counts?by=country&interval=day&to=2026-11-02").get("counts");
    List<String> values = new ArrayList<>();
    counts.forEach(count -> values.add(count.get("value").asText()));
    assertThat(values).contains("SY", "RU", "PT").doesNotContain("TR");
  }

  @Test
  void pipelineTellsHowFarTheSinkIsBehindEachChannel() throws Exception {
    JsonNode found = line.json("/api/v1/pipeline");
    assertThat(found.get("channels").findValuesAsText("name"))
        .anyMatch(name -> name.endsWith("enriched.v1"));
    for (JsonNode lag : found.get("lags")) {
      // one marker of a transaction a partition may lie behind the last record
      assertThat(lag.get("positions").asLong()).as(lag.toString()).isBetween(0L, 100L);
    }
    assertThat(found.get("lags").findValuesAsText("reader")).contains("sink");
  }
}
