package io.dateline.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dateline.model.Article;
import io.dateline.model.CopyGroup;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.StoryRef;
import io.dateline.model.StoryRef.Related;
import io.dateline.model.Tag;
import io.dateline.serve.LineExtension;
import io.dateline.serve.Samples;
import io.dateline.serve.ServedLine;
import io.dateline.serve.SseClient;
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

  private JsonNode json(String path) throws Exception {
    HttpResponse<String> response = line.get(path);
    assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  private List<String> headlines(String query) throws Exception {
    List<String> found = new ArrayList<>();
    json("/api/v1/articles?" + query)
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
      JsonNode page = json("/api/v1/articles?limit=1&to=2026-11-02" + cursor);
      page.get("articles").forEach(article -> all.add(article.get("uri").asText()));
      cursor = page.get("next").isNull() ? "" : "&cursor=" + page.get("next").asText();
    } while (!cursor.isEmpty());
    assertThat(all).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void oneArticleIsTheRecordOfTheChannelWithItsId() throws Exception {
    JsonNode article = json("/api/v1/articles/" + TALKS);
    assertThat(article.get("id").asText()).isEqualTo(TALKS);
    assertThat(article.get("enrichment").get("tags")).isNotEmpty();
    assertThat(article.get("bodies").get(0).get("value").asText()).contains("Unterhändler");
  }

  @Test
  void ninjsProfileLeavesOurFieldsOut() throws Exception {
    JsonNode article = json("/api/v1/articles/" + TALKS + "?profile=ninjs");
    assertThat(article.has("enrichment")).isFalse();
    assertThat(article.has("id")).isFalse();
    assertThat(article.get("standard").get("name").asText()).isEqualTo("ninjs");
  }

  @Test
  void versionsAreListedNewestFirst() throws Exception {
    EnrichedArticle first =
        Samples.enriched(Samples.article(50, "en", "A first headline", "One."), "en", List.of());
    line.store(first);
    line.store(
        new EnrichedArticle(first.article().toBuilder().version(2).build(), first.enrichment()));
    JsonNode versions =
        json("/api/v1/articles/" + first.article().uri().id() + "/versions").get("versions");
    assertThat(versions).hasSize(2);
    assertThat(versions.get(0).get("version").asInt()).isEqualTo(2);
    assertThat(versions.get(0).get("event").asText()).isEqualTo("updated");
  }

  private EnrichedArticle of(int number, String language, String headline, StoryRef story) {
    EnrichedArticle plain =
        Samples.enriched(Samples.article(number, language, headline, "Text."), language, List.of());
    CopyGroup copies = new CopyGroup(plain.article().uri().value(), CopyGroup.Role.FIRST, 100);
    return new EnrichedArticle(plain.article(), plain.enrichment().grouped(copies, story));
  }

  @Test
  void aStoryTellsItsSizeAndWhatWasMergedAndIsRelated() throws Exception {
    Related merged = new Related("gone", Related.MERGED, 70);
    Related related = new Related("fremd", Related.RELATED, 40);
    line.store(of(60, "en", "Ferry aground", new StoryRef("kept", 100, List.of(related))));
    line.store(of(61, "en", "Inquiry closed", new StoryRef("gone", 100, List.of())));
    line.store(of(62, "en", "Ferry towed", new StoryRef("kept", 80, List.of(merged))));
    line.store(of(63, "de", "Fähre auf Grund", new StoryRef("fremd", 100, List.of())));

    for (String id : List.of("kept", "gone")) {
      JsonNode found = json("/api/v1/stories/" + id);
      JsonNode story = found.get("story");
      assertThat(found.get("articles")).hasSize(3);
      assertThat(story.get("id").asText()).isEqualTo("kept");
      assertThat(story.get("headline").asText()).isEqualTo("Ferry aground");
      assertThat(story.get("articles").asInt()).isEqualTo(3);
      assertThat(story.get("mergedStories").get(0).asText()).isEqualTo("gone");
      assertThat(story.get("relatedStories").get(0).get("id").asText()).isEqualTo("fremd");
      assertThat(story.get("relatedStories").get(0).get("score").asInt()).isEqualTo(40);
    }
    List<String> listed = new ArrayList<>();
    json("/api/v1/stories?order=largest&from=2026-11-01&limit=200")
        .get("stories")
        .forEach(story -> listed.add(story.get("id").asText()));
    assertThat(listed).contains("kept", "fremd").doesNotContain("gone");
  }

  @Test
  void aVersionTellsWhatChangedSinceTheOneBefore() throws Exception {
    EnrichedArticle first =
        Samples.enriched(Samples.article(64, "en", "Two hurt", "The old text."), "en", List.of());
    Article later = Samples.article(64, "en", "Two hurt", "The new text on Portugal.");
    Tag tag =
        Samples.tag(later, Tag.Kind.COUNTRY, "PT", "Portugal", Tag.Relation.ABOUT, "Portugal");
    line.store(first);
    line.store(Samples.enriched(later.toBuilder().version(2).build(), "en", List.of(tag)));

    JsonNode versions = json("/api/v1/articles/" + later.uri().id() + "/versions").get("versions");
    JsonNode changes = versions.get(0).get("changes");
    assertThat(changes.get("kind").asText()).isEqualTo("updated");
    assertThat(changes.get("since").asInt()).isEqualTo(1);
    assertThat(changes.get("body").toString())
        .contains("{\"kind\":\"removed\",\"text\":\"old text.\"}")
        .contains("{\"kind\":\"added\",\"text\":\"new text on Portugal.\"}");
    assertThat(changes.get("gained").get(0).get("code").asText()).isEqualTo("PT");
    assertThat(changes.get("lost")).isEmpty();
    assertThat(versions.get(1).has("changes")).isFalse();
  }

  @Test
  void storyListsItsArticles() throws Exception {
    assertThat(json("/api/v1/stories/story-1").get("articles")).hasSize(1);
    assertThat(line.get("/api/v1/stories/none").statusCode()).isEqualTo(404);
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
            java.net.http.HttpRequest.newBuilder(line.uri("/api/v1/articles"))
                .POST(java.net.http.HttpRequest.BodyPublishers.noBody())
                .build());
    assertThat(post.statusCode()).isEqualTo(405);
    assertThat(post.headers().firstValue("Allow")).contains("GET");
  }

  @Test
  void countsAddUp() throws Exception {
    JsonNode counts = json("/api/v1/counts?by=country&interval=day&to=2026-11-02").get("counts");
    List<String> values = new ArrayList<>();
    counts.forEach(count -> values.add(count.get("value").asText()));
    assertThat(values).contains("SY", "RU", "PT").doesNotContain("TR");
  }

  @Test
  void streamSendsWhatIsPublishedAndResumesWithoutGapOrRepeat() throws Exception {
    String resume;
    try (SseClient client = SseClient.open(line.uri("/api/v1/stream?country=FI"), null)) {
      line.publish(finnish(100));
      line.publish(Samples.election());
      line.publish(finnish(101));
      SseClient.Event first = client.next();
      assertThat(first.type()).isEqualTo("created");
      assertThat(first.data()).contains("article/100").startsWith("{\"id\":\"");
      resume = first.id();
      assertThat(client.next().data()).contains("article/101");
    }
    line.publish(finnish(102));
    try (SseClient again = SseClient.open(line.uri("/api/v1/stream?country=FI"), resume)) {
      assertThat(again.next().data()).contains("article/101");
      assertThat(again.next().data()).contains("article/102");
      line.publish(finnish(103));
      assertThat(again.next().data()).contains("article/103");
      assertThat(again.poll(200)).isNull();
    }
  }

  @Test
  void streamReplaysFromATime() throws Exception {
    java.time.Instant before = java.time.Instant.now().minusMillis(5);
    line.publish(finnish(110));
    try (SseClient client =
        SseClient.open(line.uri("/api/v1/stream?country=FI&since=" + before), null)) {
      assertThat(client.next().data()).contains("article/110");
      line.publish(finnish(111));
      assertThat(client.next().data()).contains("article/111");
    }
  }

  @Test
  void erasureIsToldToEveryStream() throws Exception {
    line.store(finnish(120));
    try (SseClient client = SseClient.open(line.uri("/api/v1/stream?country=PT"), null)) {
      String uri = finnish(120).article().uri().value();
      line.send(
          uri,
          null,
          new io.dateline.model.EventHeaders(
              uri, io.dateline.model.EventHeaders.Type.ERASED, "test", null, "", null, false));
      SseClient.Event event = client.next();
      assertThat(event.type()).isEqualTo("erased");
      assertThat(event.data()).contains("article/120").doesNotContain("bodies");
      ServedLine.await(() ->
          line.get("/api/v1/articles/" + finnish(120).article().uri().id()).statusCode() == 404);
    }
  }

  private static EnrichedArticle finnish(int number) {
    var article = Samples.article(number, "en", "Report " + number, "News from Finland.");
    return Samples.enriched(
        article,
        "en",
        List.of(
            Samples.tag(
                article,
                io.dateline.model.Tag.Kind.COUNTRY,
                "FI",
                "Finland",
                io.dateline.model.Tag.Relation.ABOUT,
                "Finland")));
  }

  @Test
  void pipelineTellsHowFarTheSinkIsBehindEachChannel() throws Exception {
    JsonNode found = json("/api/v1/pipeline");
    assertThat(found.get("channels").findValuesAsText("name"))
        .anyMatch(name -> name.endsWith("enriched.v1"));
    for (JsonNode lag : found.get("lags")) {
      // one marker of a transaction a partition may lie behind the last record
      assertThat(lag.get("positions").asLong()).as(lag.toString()).isBetween(0L, 100L);
    }
    assertThat(found.get("lags").findValuesAsText("reader")).contains("sink");
  }
}
