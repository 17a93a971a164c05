package io.dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.model.Article;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An agency is recognised by the marks of the text; the credit of a photo is not one of them. */
class AgencyTest {

  private static final String TEXT =
      "Nach dem Sturm hat die Reederei Norlink am Dienstag alle Fahrten nach Tarvo eingestellt. Die"
          + " Fähre Meridian bleibt im Hafen von Lindholm, bis Taucher den Rumpf geprüft haben.";

  private static final String MORE =
      "Mehr als dreihundert Reisende warten nun auf einen Platz im Bus. Der Hafenmeister rechnet"
          + " damit, dass das Becken am Abend wieder frei ist und die ersten Boote auslaufen.";

  private final ArticleExtractor extractor = new ArticleExtractor();

  private List<String> agencies(String head, String before, String first, String last) {
    String page =
        "<html lang=de><head><title>Fähren bleiben im Hafen</title>"
            + head
            + "</head><body><article><h1>Fähren bleiben im Hafen</h1>"
            + before
            + "<p>"
            + first
            + "</p><p>"
            + MORE
            + "</p><p>"
            + MORE.replace("Bus", "Zug")
            + last
            + "</article></body></html>";
    ExtractResult result =
        extractor.extract(
            PageBytes.of(
                page.getBytes(StandardCharsets.UTF_8), "https://www.example.de/faehren-1.html"));
    assertThat(result).isInstanceOf(ExtractResult.Extracted.class);
    Article article = ((ExtractResult.Extracted) result).article();
    return article.credits().agencies();
  }

  @Test
  void theSignOffNamesOneOrSeveral() {
    assertThat(agencies("", "", TEXT, " (dpa)</p>")).containsExactly("dpa");
    assertThat(agencies("", "", TEXT, " (AFP/Reuters)</p>")).containsExactly("AFP", "Reuters");
    assertThat(agencies("", "", TEXT, "</p><p>ap/ksta</p>")).containsExactly("AP");
  }

  @Test
  void theDatelineNamesOne() {
    assertThat(agencies("", "", "LINDHOLM (dpa) - " + TEXT, "</p>")).containsExactly("dpa");
  }

  @Test
  void theBylineNamesOne() {
    assertThat(agencies("<meta name=author content=Reuters>", "", TEXT, "</p>"))
        .containsExactly("Reuters");
  }

  @Test
  void theProviderOfStructuredDataIsOne() {
    String data =
        "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":"
            + "\"NewsArticle\",\"headline\":\"Fähren bleiben im Hafen\","
            + "\"provider\":{\"@type\":\"Organization\",\"name\":\"AFP\"}}</script>";
    assertThat(agencies(data, "", TEXT, "</p>")).containsExactly("AFP");
  }

  @Test
  void theCreditOfAPhotoIsNone() {
    String figure =
        "<figure><img src=f.jpg width=800 height=500><figcaption>Die Meridian im Hafen."
            + " (Foto: AP)</figcaption></figure>";
    assertThat(agencies("", figure, TEXT, "</p>")).isEmpty();
  }
}
