package io.dateline.model.ninjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.Passage;
import io.dateline.model.Reason;
import io.dateline.model.Rejection;
import io.dateline.model.Tag;
import io.dateline.model.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractTest {

  @Test
  void anArticleWithEveryFieldComesBackEqual() throws CodecException {
    assertThat(ArticleCodec.fromJson(ArticleCodec.toJson(Samples.full())))
        .isEqualTo(Samples.full());
  }

  @Test
  void anArticleWithNoFieldComesBackEqual() throws CodecException {
    assertThat(ArticleCodec.fromJson(ArticleCodec.toJson(Samples.bare())))
        .isEqualTo(Samples.bare());
  }

  @Test
  void anEnrichedArticleComesBackEqual() throws CodecException {
    EnrichedArticle enriched = Samples.enriched();
    assertThat(EnrichedCodec.fromJson(EnrichedCodec.toJson(enriched))).isEqualTo(enriched);
  }

  @Test
  void ourTagsAreNotTakenForTheOutletsKeywords() throws CodecException {
    Article article = ArticleCodec.fromJson(EnrichedCodec.toJson(Samples.enriched()));
    assertThat(article.keywords()).containsExactly("Hafen", "Schifffahrt");
  }

  @Test
  void aRejectionComesBackEqual() throws CodecException {
    Rejection back = RejectionCodec.fromJson(RejectionCodec.toJson(Samples.rejection()));
    assertThat(back).usingRecursiveComparison().isEqualTo(Samples.rejection());
  }

  @Test
  void articlesAreValidNinjs() {
    var schema = ContractSchemas.ninjs31();
    assertThat(ContractSchemas.errors(schema, ArticleCodec.toJson(Samples.full()))).isEmpty();
    assertThat(ContractSchemas.errors(schema, ArticleCodec.toJson(Samples.bare()))).isEmpty();
  }

  @Test
  void theNinjsSchemaBites() {
    byte[] json = EnrichedCodec.toJson(Samples.enriched());
    assertThat(ContractSchemas.errors(ContractSchemas.ninjs31(), json)).isNotEmpty();
  }

  @Test
  void enrichedArticlesAreValid() {
    byte[] json = EnrichedCodec.toJson(Samples.enriched());
    assertThat(ContractSchemas.errors(ContractSchemas.enriched(), json)).isEmpty();
  }

  @Test
  void theEnrichedSchemaBites() {
    String json = new String(EnrichedCodec.toJson(Samples.enriched()), StandardCharsets.UTF_8);
    for (String wrong :
        List.of(
            json.replace("\"usable\"", "\"cancelled\""),
            json.replace("\"enrichment\":", "\"enriched\":"),
            json.replace("\"confidence\":90", "\"confidence\":900"),
            json.replace("\"countries\":[\"IT\"]", "\"countries\":[\"Italy\"]"))) {
      byte[] bytes = wrong.getBytes(StandardCharsets.UTF_8);
      assertThat(wrong).isNotEqualTo(json);
      assertThat(ContractSchemas.errors(ContractSchemas.enriched(), bytes)).isNotEmpty();
    }
  }

  @Test
  void rejectionsAreValid() {
    byte[] json = RejectionCodec.toJson(Samples.rejection());
    assertThat(ContractSchemas.errors(ContractSchemas.rejected(), json)).isEmpty();
  }

  @Test
  void linksOfStoriesAreValidAndWithoutAnyAreNone() throws CodecException {
    byte[] json = StoryLinksCodec.toJson(Samples.storyLinks());
    assertThat(ContractSchemas.errors(ContractSchemas.storyLinks(), json)).isEmpty();
    byte[] none = "{\"story\":\"s1\",\"relatedStories\":[]}".getBytes(StandardCharsets.UTF_8);
    assertThat(ContractSchemas.errors(ContractSchemas.storyLinks(), none)).isNotEmpty();
    assertThatThrownBy(() -> StoryLinksCodec.fromJson(none)).isInstanceOf(CodecException.class);
  }

  @Test
  void theWireFormatIsTheGoldenOne() throws IOException {
    assertGolden("article-1.json", ArticleCodec.toJson(Samples.full()));
    assertGolden("enriched-1.json", EnrichedCodec.toJson(Samples.enriched()));
    assertGolden("rejected-1.json", RejectionCodec.toJson(Samples.rejection()));
    assertGolden("story-links-1.json", StoryLinksCodec.toJson(Samples.storyLinks()));
  }

  @Test
  void yesterdaysGoldenFilesAreStillRead() throws IOException, CodecException {
    assertThat(ArticleCodec.fromJson(golden("article-1.json"))).isEqualTo(Samples.full());
    assertThat(EnrichedCodec.fromJson(golden("enriched-1.json"))).isEqualTo(Samples.enriched());
    assertThat(RejectionCodec.fromJson(golden("rejected-1.json")).reason())
        .isEqualTo(Reason.NO_BODY);
    assertThat(StoryLinksCodec.fromJson(golden("story-links-1.json")))
        .isEqualTo(Samples.storyLinks());
  }

  @Test
  void unknownFieldsAreIgnored() throws IOException, CodecException {
    String json = new String(golden("enriched-1.json"), StandardCharsets.UTF_8);
    String later =
        json.replaceFirst("\\{", "{\"tomorrow\":{\"a\":[1]},")
            .replace("\"enrichment\":{", "\"enrichment\":{\"mood\":\"calm\",");
    assertThat(later).contains("mood");
    assertThat(EnrichedCodec.fromJson(later.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(Samples.enriched());
  }

  @Test
  void everyPassagePointsAtItsTextInTheJson() throws CodecException {
    var root = Json.read(EnrichedCodec.toJson(Samples.enriched()));
    List<Passage> passages = Passage.of(Samples.full());
    assertThat(passages).hasSize(8);
    for (Passage passage : passages) {
      assertThat(root.at(passage.pointer()).textValue()).isEqualTo(passage.text());
    }
  }

  @Test
  void evidenceCutsOutTheWordsNamed() throws CodecException {
    EnrichedArticle enriched = Samples.enriched();
    var root = Json.read(EnrichedCodec.toJson(enriched));
    for (Tag tag : enriched.enrichment().tags()) {
      tag.evidence()
          .forEach(e ->
              assertThat(root.at(e.pointer()).textValue().substring(e.start(), e.end()))
                  .isEqualTo(e.words()));
    }
  }

  @Test
  void whatUtf8CannotHoldIsReplaced() throws CodecException {
    Article article =
        Article.builder(new ArticleUri("https://a.example/"), Text.of("a\uD83D", "b\u0000c"))
            .build();
    Article back = ArticleCodec.fromJson(ArticleCodec.toJson(article));
    assertThat(back.text().headline()).isEqualTo("a\uFFFD");
    assertThat(back.text().body()).isEqualTo("b\uFFFDc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "[]", "{\"uri\":", "\"text\"", "nul"})
  void whatIsNotAJsonObjectIsSaid(String text) {
    assertThatThrownBy(() -> ArticleCodec.fromJson(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            CodecException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BAD_JSON));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"uri\":\"no uri\"}",
        "{\"uri\":5}",
        "{\"uri\":\"https://a.example/\",\"headlines\":{}}",
        "{\"uri\":\"https://a.example/\",\"headlines\":[5]}",
        "{\"uri\":\"https://a.example/\",\"firstCreated\":\"yesterday\"}",
        "{\"uri\":\"https://a.example/\",\"pubStatus\":\"cancelled\"}"
      })
  void whatIsNotNinjsIsSaid(String text) {
    assertThatThrownBy(() -> ArticleCodec.fromJson(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            CodecException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BAD_NINJS));
  }

  @Test
  void iptcsOwnTextItemsAreReadWithoutLoss() throws IOException, CodecException {
    Path ninjs = ContractSchemas.ninjs();
    int read = 0;
    for (String folder : List.of("validation/test_suite", "examples/3.0")) {
      try (Stream<Path> files = Files.walk(ninjs.resolve(folder))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
          read += readsWithoutLoss(file) ? 1 : 0;
        }
      }
    }
    assertThat(read).isGreaterThan(8);
  }

  /** Compares what a text item says with what our article says; false for other items. */
  private static boolean readsWithoutLoss(Path file) throws IOException, CodecException {
    byte[] bytes = Files.readAllBytes(file);
    if (file.toString().contains("should_fail") || bytes[0] != '{') {
      return false;
    }
    var root = Json.read(bytes);
    String type = root.path("type").asText("text");
    if (!type.equals("text") || !root.has("uri")) {
      return false;
    }
    Article article = ArticleCodec.fromJson(bytes);
    Article again = ArticleCodec.fromJson(ArticleCodec.toJson(article));
    assertThat(again).as(file.toString()).isEqualTo(article);
    assertThat(article.uri().value()).isEqualTo(root.path("uri").textValue());
    for (var headline : root.path("headlines")) {
      String value = headline.path("value").textValue().strip();
      if (root.path("headlines").size() == 1) {
        assertThat(article.text().headline()).as(file.toString()).isEqualTo(value);
      }
    }
    if (root.has("located")) {
      assertThat(article.dateline()).isNotNull();
    }
    if (root.path("bodies").size() > 0) {
      assertThat(article.text().paragraphs()).as(file.toString()).isNotEmpty();
    }
    for (var subject : root.path("subjects")) {
      if (subject.has("name")) {
        assertThat(article.keywords()).contains(subject.path("name").textValue());
      }
    }
    return true;
  }

  private static byte[] golden(String name) throws IOException {
    return Files.readAllBytes(Path.of("src/test/resources/golden", name));
  }

  /** Run with -Ddateline.golden=write to accept a change of the format. */
  private static void assertGolden(String name, byte[] json) throws IOException {
    Path file = Path.of("src/test/resources/golden", name);
    if ("write".equals(System.getProperty("dateline.golden"))) {
      Files.write(file, json);
    }
    assertThat(new String(json, StandardCharsets.UTF_8)).isEqualTo(Files.readString(file));
  }
}
