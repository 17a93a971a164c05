package io.dateline.ingest.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.model.Article;
import io.dateline.model.SourceId;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class HintsTest {

  private static final String TEXT =
      "<p>Die Insel bekommt im nächsten Jahr zwei neue Fähren, das hat der Rat am Montag beschlossen.</p>";
  private static final Hints HINTS =
      new Hints(
          "de",
          "Zwei Fähren",
          OffsetDateTime.parse("2024-05-06T07:08:00+02:00"),
          "Kurz gesagt.",
          new SourceId("hafenblatt"),
          "DE");

  private final ArticleExtractor extractor = new ArticleExtractor();

  private Article read(String html, Hints hints) {
    PageBytes page = new PageBytes(html.getBytes(UTF_8), "https://h.example/a", null, hints);
    return ((ExtractResult.Extracted) extractor.extract(page)).article();
  }

  @Test
  void whereThePageIsSilentTheFeedSpeaks() {
    Article article = read(TEXT, HINTS);
    assertThat(article.text().headline()).isEqualTo("Zwei Fähren");
    assertThat(article.text().summary()).isEqualTo("Kurz gesagt.");
    assertThat(article.language().value()).isEqualTo("de");
    assertThat(article.dates().firstCreated()).isEqualTo(HINTS.date());
    assertThat(article.provenance().source()).isEqualTo(HINTS.source());
  }

  @Test
  void whatThePageSaysGoesFirst() {
    Article article =
        read(
            "<html lang=en><meta property=og:title content='Two ferries'><meta name=description content='In short.'>"
                + "<meta property=article:published_time content='2023-01-02T03:04:05Z'><h1>Two ferries</h1>"
                + TEXT,
            HINTS);
    assertThat(article.text().headline()).isEqualTo("Two ferries");
    assertThat(article.text().summary()).isEqualTo("In short.");
    assertThat(article.language().value()).isEqualTo("en");
    assertThat(String.valueOf(article.dates().firstCreated())).startsWith("2023-01-02");
  }

  @Test
  void theHomeCountryGivesDatesTheirZone() {
    String dated = "<meta property=article:published_time content='2023-07-02 08:00'>" + TEXT;
    assertThat(read(dated, HINTS).dates().firstCreated()).hasToString("2023-07-02T08:00+02:00");
    assertThat(read(dated, Hints.NONE).dates().firstCreated()).hasToString("2023-07-02T08:00Z");
  }

  @Test
  void withoutHintsNothingIsInvented() {
    Article article = read(TEXT, Hints.NONE);
    assertThat(article.text().headline()).isEmpty();
    assertThat(article.dates().firstCreated()).isNull();
    assertThat(article.provenance().source()).isNull();
  }
}
