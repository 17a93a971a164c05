package io.dateline.ingest.extract.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class JsonLdTest {

  private static LdNode article(String script) {
    List<LdNode> nodes = new JsonLd().nodes(List.of(script));
    return Objects.requireNonNull(JsonLd.article(nodes, "https://example.org/a"));
  }

  @Test
  void anArticleInAGraphIsFound() {
    LdNode node =
        article(
            """
            {"@context":"https://schema.org","@graph":[{"@type":"WebPage","name":"x"},
             {"@type":"NewsArticle","headline":"Hafen wieder offen","datePublished":"2024-02-03T04:05:06+01:00"}]}
            """);
    assertThat(node.text("headline")).isEqualTo("Hafen wieder offen");
  }

  @Test
  void anEntryOfALiveBlogIsNotTheArticle() {
    LdNode node =
        article(
            """
            {"@type":"LiveBlogPosting","headline":"Der Tag im Hafen","liveBlogUpdate":[
             {"@type":"BlogPosting","headline":"Fähre da","url":"https://example.org/a",
              "datePublished":"2024-02-03","author":"Jo","articleBody":"Die Fähre ist da."}]}
            """);
    assertThat(node.text("headline")).isEqualTo("Der Tag im Hafen");
  }

  @Test
  void rawLineBreaksInAStringAreRead() {
    LdNode node =
        article("{\"@type\":\"NewsArticle\",\"headline\":\"Two\nlines\",\"author\":\"Jane Doe\"}");
    assertThat(node.text("headline")).contains("Two").contains("lines");
    assertThat(node.text("author")).isEqualTo("Jane Doe");
  }

  @Test
  void strayQuotesInAStringAreRead() {
    LdNode node =
        article(
            "{\"@type\":\"NewsArticle\",\"headline\":\"The \"new\" harbour\",\"datePublished\":\"2024-01-02\"}");
    assertThat(node.text("headline")).isEqualTo("The \"new\" harbour");
    assertThat(node.text("datePublished")).isEqualTo("2024-01-02");
  }

  @Test
  void cdataAndATrailingCommaAreRead() {
    LdNode node = article("//<![CDATA[\n{\"@type\":\"Article\",\"headline\":\"Kept\",}\n//]]>");
    assertThat(node.text("headline")).isEqualTo("Kept");
  }

  @Test
  void aCutOffScriptIsReadAsFarAsItGoes() {
    LdNode node =
        article(
            "{\"@type\":\"NewsArticle\",\"headline\":\"Half\",\"author\":{\"@type\":\"Person\",\"name\":\"Jo");
    assertThat(node.text("headline")).isEqualTo("Half");
  }

  @Test
  void deepNestingEndsQuietly() {
    String deep = "{\"@type\":\"NewsArticle\",\"headline\":\"x\",\"a\":" + "[".repeat(100_000);
    assertThat(new JsonLd().nodes(List.of(deep))).hasSizeLessThan(10);
  }
}
