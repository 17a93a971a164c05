package io.dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.model.Article;
import org.junit.jupiter.api.Test;

/** Plain text as feeds and old archives deliver it. */
class PlainTextTest {

  private static final String ONE =
      "Die Insel bekommt im nächsten Jahr zwei neue Fähren, das hat der Rat beschlossen.";
  private static final String TWO =
      "Die erste soll im März kommen, wenn die Mauer am Hafen wieder steht.";
  private static final String THREE = "Bis dahin fährt das alte Schiff weiter.";

  private final ArticleExtractor extractor = new ArticleExtractor();

  private Article read(String text) {
    ExtractResult result =
        extractor.extractText(text, "https://www.hafenblatt.example/a", Hints.NONE);
    assertThat(result).isInstanceOf(ExtractResult.Extracted.class);
    return ((ExtractResult.Extracted) result).article();
  }

  private static String whole() {
    return String.join("\n\n", ONE, TWO, THREE);
  }

  @Test
  void singleLineEndsPartParagraphsWhereNothingElseDoes() {
    Article article =
        read(String.join("\n", "Fähren für die Insel", "Husum (dpa) - " + ONE, TWO, THREE));
    assertThat(article.text().headline()).isEqualTo("Fähren für die Insel");
    assertThat(article.text().body()).isEqualTo(whole());
    assertThat(article.credits().agencies()).containsExactly("dpa");
    assertThat(read(String.join("\r\n", ONE, TWO, THREE)).text().body()).isEqualTo(whole());
  }

  @Test
  void sentencesWithoutASpaceBetweenThemShowALostBorder() {
    assertThat(read(ONE + TWO + THREE).text().body()).isEqualTo(whole());
    String english =
        "BERLIN (Reuters) - The island gets two new ferries, the council said on Monday.The first"
            + " is to come when its wall \"stands again.\"Until then the old ship goes on.";
    assertThat(read(english).text().body())
        .isEqualTo(
            String.join(
                "\n\n",
                "The island gets two new ferries, the council said on Monday.",
                "The first is to come when its wall \"stands again.\"",
                "Until then the old ship goes on."));
  }

  @Test
  void aCaptionAndADatelineGluedInFrontComeOff() {
    Article article = read("Blick auf den Hafen. (Foto: AP)Hamburg" + ONE + TWO);
    assertThat(article.text().body()).isEqualTo(ONE + "\n\n" + TWO);
    assertThat(article.images()).hasSize(1);
    assertThat(article.credits().agencies()).isEmpty();
    assertThat(article.dateline()).isNotNull();
    assertThat(article.dateline().places()).containsExactly("Hamburg");
  }

  @Test
  void linesWrappedAtAWidthAreJoined() {
    String wrapped =
        "Die Insel bekommt im nächsten Jahr zwei neue Fähren, das\nhat der Rat beschlossen. Die"
            + " erste soll im März kommen, wenn\ndie Mauer am Hafen wieder steht und der Kran fer-\n"
            + "tig ist.\n\n"
            + THREE;
    assertThat(read(wrapped).text().body())
        .isEqualTo(
            "Die Insel bekommt im nächsten Jahr zwei neue Fähren, das hat der Rat beschlossen. Die"
                + " erste soll im März kommen, wenn die Mauer am Hafen wieder steht und der Kran"
                + " fertig ist.\n\n"
                + THREE);
  }

  @Test
  void linesOfAVerseAndNamesWithADotStayAsTheyAre() {
    String verse = "Der Hafen schläft\ndie Kräne ruhn\nund keine Fähre fährt";
    assertThat(read(verse).text().body()).isEqualTo(verse);
    String name = "Der Rat der Stadt bucht nun bei Booking.Com und schreibt in Node.Js weiter.";
    assertThat(read(name).text().body()).isEqualTo(name);
  }
}
