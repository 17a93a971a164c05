package io.dateline.ingest.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.model.Article;
import io.dateline.model.Rights;
import org.junit.jupiter.api.Test;

/** What other extractors are known to get wrong, one made page each. */
class PeerFailuresTest {

  private static final String URL = "https://www.hafenblatt.example/stadt/faehren";
  private static final String ONE =
      "Die Insel bekommt im nächsten Jahr zwei neue Fähren, das hat der Rat am Montag beschlossen.";
  private static final String TWO =
      "Die erste soll im März kommen, wenn die Mauer am Hafen wieder steht und der Kran fertig ist.";
  private static final String THREE =
      "Bis dahin fährt das alte Schiff weiter, obwohl seine Maschine schon dreimal ausgefallen ist.";
  private static final String TEXT = p(ONE) + p(TWO) + p(THREE);

  private final ArticleExtractor extractor = new ArticleExtractor();

  private static String p(String text) {
    return "<p>" + text + "</p>";
  }

  private Article read(String head, String body) {
    String html =
        "<html lang=\"de\"><head><title>Zwei Fähren für die Insel</title>"
            + head
            + "</head><body>"
            + body
            + "</body></html>";
    ExtractResult result = extractor.extract(PageBytes.of(html.getBytes(UTF_8), URL));
    assertThat(result).isInstanceOf(ExtractResult.Extracted.class);
    return ((ExtractResult.Extracted) result).article();
  }

  private String body(String inside) {
    return read("", "<main><h1>Zwei Fähren für die Insel</h1><div>" + inside + "</div></main>")
        .text()
        .body();
  }

  private static String whole() {
    return String.join("\n\n", ONE, TWO, THREE);
  }

  @Test
  void aLedeOutsideTheContainerIsFetched() {
    String lede = "Der Rat hat lange gestritten, nun ist das Geld für die Schiffe endlich da.";
    Article article =
        read(
            "<meta property=\"og:description\" content=\"" + lede + "\">",
            "<header><h1>Zwei Fähren für die Insel</h1><p class=\"intro\">"
                + lede
                + "</p></header><div class=\"story\">"
                + TEXT
                + "</div>");
    assertThat(article.text().body()).startsWith(lede).endsWith(THREE);
  }

  @Test
  void kickerAndBylineDoNotStandInFrontOfTheText() {
    assertThat(
            body(
                "<span class=\"kicker\">Verkehr</span><div class=\"byline\">Von Jana Beispiel</div>"
                    + TEXT))
        .isEqualTo(whole());
  }

  @Test
  void videoTeasersStayOut() {
    String teaser =
        "<div class=\"video-teaser\"><a href=\"/v\">So sieht die Fähre von innen aus</a> <span>3:18 min</span></div>";
    assertThat(body(p(ONE) + teaser + p(TWO) + p(THREE))).isEqualTo(whole());
  }

  @Test
  void captionsThatArePlainParagraphsStayOut() {
    String caption =
        "<figure><img src=\"f.jpg\"><p>Die alte Fähre am Kai. Quelle: AFP</p></figure>";
    assertThat(body(p(ONE) + caption + p(TWO) + p(THREE))).isEqualTo(whole());
  }

  @Test
  void relatedListsStayOut() {
    String related =
        "<div><h3>Mehr zum Thema</h3><ul><li><a href=\"/1\">Der Kran am Hafen steht still</a></li>"
            + "<li><a href=\"/2\">Brücke wird teurer als gedacht</a></li></ul></div>";
    assertThat(body(p(ONE) + p(TWO) + p(THREE) + related)).isEqualTo(whole());
  }

  @Test
  void newslettersAndTrialsStayOut() {
    String letter =
        "<div class=\"newsletter\"><p>Abonnieren Sie unseren Newsletter und lesen Sie jeden Morgen, was die Stadt bewegt.</p></div>"
            + "<p>Jetzt kostenlos testen</p>";
    assertThat(body(p(ONE) + p(TWO) + letter + p(THREE))).isEqualTo(whole());
  }

  @Test
  void consentStandInsStayOut() {
    String consent =
        "<div><h4>Empfohlener redaktioneller Inhalt</h4><p>An dieser Stelle finden Sie einen externen Inhalt, der den Artikel ergänzt. Sie können ihn sich mit einem Klick anzeigen lassen.</p></div>";
    assertThat(body(p(ONE) + p(TWO) + consent + p(THREE))).isEqualTo(whole());
  }

  @Test
  void aPullQuoteThatRepeatsTheTextStaysOut() {
    String said = "„Wir haben zehn Jahre auf diese beiden Schiffe gewartet“, sagte die Kapitänin.";
    String pull = "<aside class=\"pullquote\">„Wir haben zehn Jahre gewartet“</aside>";
    assertThat(body(p(ONE) + p(said) + pull + p(TWO) + p(THREE)))
        .containsOnlyOnce("zehn Jahre")
        .endsWith(THREE);
  }

  @Test
  void theStateOfAProgramIsNoText() {
    String state =
        "<script>window.__STATE__={\"story\":{\"text\":\"Die Fähre ist ein Objekt des Programms und steht hier.\"}}</script>";
    assertThat(body(state + TEXT + state)).isEqualTo(whole());
  }

  @Test
  void aTextInTwoHalvesIsRead() {
    String halves =
        "<div class=\"part\">"
            + p(ONE)
            + p(TWO)
            + "</div><div class=\"ad\">Anzeige</div><div class=\"part\">"
            + p(THREE)
            + p("Am Ende zahlt die Insel ein Drittel, den Rest geben das Land und der Bund dazu.")
            + "</div>";
    assertThat(body(halves)).startsWith(ONE).contains(THREE).endsWith("der Bund dazu.");
  }

  @Test
  void paragraphsPartedByLineBreaksAreParagraphs() {
    assertThat(body(ONE + "<br><br>" + TWO + "<br><br>" + THREE)).isEqualTo(whole());
  }

  @Test
  void wordsAreNotGluedAtTheBordersOfElements() {
    assertThat(body("<div>" + ONE + "</div><div>" + TWO + "</div>" + p(THREE)))
        .doesNotContain("beschlossen.Die")
        .contains(TWO);
  }

  @Test
  void cookieTextIsNotTheArticle() {
    String cookies =
        "<div id=\"cookie-banner\">"
            + p("Wir und unsere Partner nutzen Cookies, um Inhalte zu messen. ".repeat(20))
            + "</div>";
    Article article =
        read("", cookies + "<article><h1>Zwei Fähren für die Insel</h1>" + TEXT + "</article>");
    assertThat(article.text().body()).isEqualTo(whole());
  }

  @Test
  void ofManyArticlesTheOneWithTheTextIsTaken() {
    String card =
        "<article><h2><a href=\"/x\">Kran am Hafen steht still</a></h2><p>Seit gestern bewegt sich am Kai nichts mehr.</p></article>";
    Article article =
        read(
            "",
            card.repeat(20)
                + "<article><h1>Zwei Fähren für die Insel</h1>"
                + TEXT
                + "</article>"
                + card.repeat(57));
    assertThat(article.text().body()).isEqualTo(whole());
  }

  @Test
  void aParagraphShownTwiceIsReadOnce() {
    String twice =
        "<div class=\"mobile\">" + p(ONE) + "</div><div class=\"desktop\">" + p(ONE) + "</div>";
    assertThat(body(twice + p(TWO) + p(THREE))).isEqualTo(whole());
  }

  @Test
  void timeAndZoneAreKept() {
    Article article =
        read(
            "<meta property=\"article:published_time\" content=\"2024-05-06T07:08:00+05:30\">",
            "<h1>Zwei Fähren</h1>" + TEXT);
    assertThat(article.dates().firstCreated()).hasToString("2024-05-06T07:08+05:30");
  }

  @Test
  void anOrganisationIsNoPerson() {
    String ld =
        "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"author\":{\"@type\":\"Organization\",\"name\":\"Hafenblatt\"}}</script>";
    assertThat(read(ld, "<h1>Zwei Fähren</h1>" + TEXT).credits().authors()).isEmpty();
  }

  @Test
  void brokenStructuredDataIsReadAsFarAsItGoes() {
    String ld =
        "<script type=\"application/ld+json\">//<![CDATA[\n{\"@type\":\"NewsArticle\",\"headline\":\"Zwei\nFähren\",\"author\":{\"@type\":\"Person\",\"name\":\"Jana Beispiel\"},\"datePublished\":\"2024-05-06T07:08:00+02:00\",}\n//]]></script>";
    Article article = read(ld, "<h1>Zwei Fähren</h1>" + TEXT);
    assertThat(article.credits().authors()).containsExactly("Jana Beispiel");
    assertThat(article.dates().firstCreated()).hasToString("2024-05-06T07:08+02:00");
  }

  @Test
  void aPaywallFlagOnAWholeTextIsNotBelieved() {
    String ld =
        "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":\"False\"}</script>";
    assertThat(read(ld, "<h1>Zwei Fähren</h1>" + TEXT).rights().access())
        .isEqualTo(Rights.Access.FREE);
  }
}
