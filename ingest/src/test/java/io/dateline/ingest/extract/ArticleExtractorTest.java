package io.dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dateline.model.Article;
import io.dateline.model.Image;
import io.dateline.model.Paragraph;
import io.dateline.model.Reason;
import io.dateline.model.Rejection;
import io.dateline.model.Removal;
import io.dateline.model.Rights;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class ArticleExtractorTest {

  private static final String URL = "https://www.example.de/nachrichten/faehre-1.html";

  private final ArticleExtractor extractor = new ArticleExtractor();

  private static byte[] page(String name) throws IOException {
    try (InputStream in = ArticleExtractorTest.class.getResourceAsStream("/extract/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  private Article article(byte[] bytes, String url) {
    ExtractResult result = extractor.extract(PageBytes.of(bytes, url));
    assertThat(result).isInstanceOf(ExtractResult.Extracted.class);
    return ((ExtractResult.Extracted) result).article();
  }

  private Reason dropped(byte[] bytes) {
    ExtractResult result = extractor.extract(PageBytes.of(bytes, URL));
    assertThat(result).isInstanceOf(ExtractResult.Dropped.class);
    return ((ExtractResult.Dropped) result).rejection().reason();
  }

  @Test
  void theGermanPageComesOutCleanAndWhole() throws IOException {
    Article article = article(page("german.html"), URL);
    assertThat(article.text().headline()).isEqualTo("Fähre läuft nach zwei Wochen wieder aus");
    assertThat(article.text().kicker()).isEqualTo("Ostsee");
    assertThat(article.text().body())
        .startsWith(
            "Nach langem Stillstand verkehrt das Schiff seit Montag wieder im gewohnten Takt.")
        .contains("Die Reederei hatte die Maschine in der Werft prüfen lassen.")
        .contains("Was die Fahrgäste sagen")
        .endsWith("Der Fahrplan gilt bis in den Herbst.");
    assertThat(article.dateline()).isNotNull();
    assertThat(article.dateline().located()).isEqualTo("Kiel");
    assertThat(article.credits().authors()).containsExactly("Jana Beispiel");
    assertThat(article.credits().agencies()).containsExactly("dpa");
    assertThat(article.dates().firstCreated()).hasToString("2024-05-06T07:08:09+02:00");
    assertThat(article.keywords()).containsExactly("Fähre", "Ostsee", "Kiel");
    assertThat(article.language().value()).isEqualTo("de");
  }

  @Test
  void whatIsNotTheArticleStaysOut() throws IOException {
    String body = article(page("german.html"), URL).text().body();
    assertThat(body)
        .doesNotContain("Newsletter")
        .doesNotContain("Ein Klick für den Datenschutz")
        .doesNotContain("Quelle: AFP")
        .doesNotContain("3:18 min")
        .doesNotContain("Lesen Sie auch")
        .doesNotContain("Möwen")
        .doesNotContain("Kommentar von Leser")
        .doesNotContain("Von Jana Beispiel");
    assertThat(body.split("Endlich wieder Wind im Gesicht")).hasSize(2);
  }

  @Test
  void theCaptionIsPartedFromItsCreditAndKept() throws IOException {
    Article article = article(page("german.html"), URL);
    assertThat(article.images()).isNotEmpty();
    Image image = article.images().get(0);
    assertThat(image.uri()).isEqualTo("https://www.example.de/bilder/faehre.jpg");
    assertThat(image.caption()).isEqualTo("Die Fähre am Anleger in Kiel.");
    assertThat(image.creditSources()).containsExactly("Max Muster", "AP");
    assertThat(article.removed()).anyMatch(r -> r.kind() == Removal.Kind.CAPTION);
    assertThat(article.removed()).anyMatch(r -> r.kind() == Removal.Kind.DATELINE);
  }

  @Test
  void theEnglishPageKeepsListsAndSplitParagraphs() throws IOException {
    Article article = article(page("english.html"), "https://news.example.com/2024/05/06/harbour");
    assertThat(article.text().headline()).isEqualTo("Harbour reopens after two weeks of repairs");
    assertThat(article.text().paragraphs()).anyMatch(p -> p.kind() == Paragraph.Kind.LIST_ITEM);
    assertThat(article.text().body())
        .startsWith("The harbour reopened on Monday")
        .contains("first ferry left at dawn")
        .contains("Fares will stay the same until autumn.")
        .doesNotContain("Sign up")
        .doesNotContain("Most read");
    assertThat(article.credits().authors()).containsExactly("Jane Doe", "John Roe");
    assertThat(article.credits().agencies()).containsExactly("AP");
    assertThat(article.text().body()).doesNotContain("reopened.The");
    assertThat(article.uri().value()).isEqualTo("https://news.example.com/harbour");
    assertThat(article.rights().optOuts()).contains("tdm-reservation: 1");
  }

  @Test
  void aCanonicalAddressOfAnotherSiteIsNotBelieved() throws IOException {
    Article article = article(page("english.html"), "https://mirror.example.net/harbour");
    assertThat(article.uri().value()).isEqualTo("https://mirror.example.net/harbour");
  }

  @Test
  void aTeaserIsToldFromWhatIsVisible() {
    String html =
        "<html lang=de><h1>Was der Hafen kostet</h1><article><p>Der Hafen kostet mehr als geplant, und"
            + " niemand will es zahlen. Das zeigen Unterlagen der Stadt aus den letzten Jahren.</p>"
            + "<p>Jetzt weiterlesen mit dem Digitalabo</p></article>";
    Article article = article(html.getBytes(StandardCharsets.UTF_8), URL);
    assertThat(article.rights().access()).isEqualTo(Rights.Access.TEASER);
    assertThat(article.rights().accessReason()).contains("weiterlesen");
  }

  @Test
  void aNameNeverRemovesTheWholeText() {
    StringBuilder html = new StringBuilder("<h1>Long read</h1><div>");
    for (int i = 0; i < 8; i++) {
      html.append("<p class=paywall>Paragraph ")
          .append(i)
          .append(" tells at some length what happened in the harbour on that day of spring.</p>");
    }
    Article article =
        article(html.append("</div>").toString().getBytes(StandardCharsets.UTF_8), URL);
    assertThat(article.text().paragraphs()).hasSize(8);
  }

  @Test
  void plainTextWithCaptionAndGluedDatelineComesApart() {
    String text =
        "Anna Beispiel Die Ministerin Anna Beispiel spricht vor dem Rathaus mit Bürgern. (Foto: AP)\n\n"
            + "MoskauKasan ist eingeschneit. Der Verkehr ruht seit dem Morgen.\n\nDie Züge fahren nicht.";
    ExtractResult result = extractor.extractText(text, URL, Hints.NONE);
    assertThat(result).isInstanceOf(ExtractResult.Extracted.class);
    Article article = ((ExtractResult.Extracted) result).article();
    assertThat(article.text().body()).startsWith("Kasan ist eingeschneit.");
    assertThat(article.dateline()).isNotNull();
    assertThat(article.dateline().located()).isEqualTo("Moskau");
    assertThat(article.images().get(0).creditSources()).containsExactly("AP");
    assertThat(article.credits().agencies()).isEmpty();
  }

  @Test
  void whoReportedAndEditedInBracketsIsNoText() {
    String html =
        "<article><h1>Mayor resigns</h1><p>The mayor resigned on Thursday after she had lost the vote in"
            + " the council, which ends her term two years early.</p><p>A new election will be held in March,"
            + " the council said after the meeting in the old town hall.</p>"
            + "<p>(Reporting by Ann Example in Springfield; Editing by Tom Example)</p></article>";
    Article article = article(html.getBytes(StandardCharsets.UTF_8), URL);
    assertThat(article.text().body()).endsWith("old town hall.");
  }

  @Test
  void whatIsNoArticleIsDroppedWithAReason() {
    assertThat(dropped(new byte[0])).isEqualTo(Reason.EMPTY);
    assertThat(dropped("<p></p>".getBytes(StandardCharsets.UTF_8))).isEqualTo(Reason.NO_BODY);
    byte[] error =
        "<title>404 Not Found</title><h1>404 Not Found</h1><p>The page you asked for does not exist here, sorry about that, please go on.</p>"
            .getBytes(StandardCharsets.UTF_8);
    assertThat(dropped(error)).isEqualTo(Reason.NOT_AN_ARTICLE);
    byte[] video =
        "<meta property='og:type' content='video.other'><h1>Waves at the pier</h1><video src=a.mp4></video>"
            .getBytes(StandardCharsets.UTF_8);
    assertThat(dropped(video)).isEqualTo(Reason.NOT_AN_ARTICLE);
  }

  @Test
  void aHeadingThatWasNeverClosedDoesNotSwallowTheText() {
    String html =
        "<h1>Bridge opens again<div><p>The bridge over the river opened again on Monday, a month after"
            + " the flood.</p><p>Cars and bicycles crossed it from the early morning on, and the mayor"
            + " gave a very short speech in the rain, under an umbrella, before the band played.</p></div>";
    Article article = article(html.getBytes(StandardCharsets.UTF_8), URL);
    assertThat(article.text().headline()).isEqualTo("Bridge opens again");
    assertThat(article.text().paragraphs()).hasSize(2);
  }

  @Test
  void limitsHold() {
    ArticleExtractor small =
        new ArticleExtractor(
            new ExtractLimits(100, 512, 1_000, 20, Duration.ofSeconds(2)), System::nanoTime);
    ExtractResult large = small.extract(PageBytes.of(new byte[101], URL));
    assertThat(((ExtractResult.Dropped) large).rejection().reason()).isEqualTo(Reason.TOO_LARGE);

    long[] now = {0};
    ArticleExtractor slow =
        new ArticleExtractor(
            ExtractLimits.DEFAULT, () -> now[0] += Duration.ofSeconds(3).toNanos());
    byte[] many = "<p>word word word</p>".repeat(3_000).getBytes(StandardCharsets.UTF_8);
    ExtractResult result = slow.extract(PageBytes.of(many, URL));
    assertThat(((ExtractResult.Dropped) result).rejection().reason()).isEqualTo(Reason.TOO_COMPLEX);
  }

  @Test
  void pageThatIsHardlyMoreThanTagsIsNotParsed() {
    byte[] dense = "<b>word ".repeat(20_000).getBytes(StandardCharsets.UTF_8);
    Rejection rejection =
        ((ExtractResult.Dropped) extractor.extract(PageBytes.of(dense, URL))).rejection();
    assertThat(rejection.reason()).isEqualTo(Reason.TOO_COMPLEX);
    assertThat(rejection.detail()).isEqualTo("more than 5000 tags in 160000 bytes");
  }

  @Test
  void deepAndAttributeBombedPagesEndInTime() {
    byte[] deep =
        ("<div class=wrapper-with-a-long-name>".repeat(50_000) + "<p>x")
            .getBytes(StandardCharsets.UTF_8);
    StringBuilder bomb = new StringBuilder("<p ");
    for (int i = 0; i < 50_000; i++) {
      bomb.append('a').append(i).append("=1 ");
    }
    byte[] bombed = bomb.append(">text").toString().getBytes(StandardCharsets.UTF_8);
    long start = System.nanoTime();
    extractor.extract(PageBytes.of(deep, URL));
    extractor.extract(PageBytes.of(bombed, URL));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void theHashChangesWithTheTextOnly() throws IOException {
    byte[] bytes = page("german.html");
    String once = article(bytes, URL).provenance().contentHash();
    assertThat(article(bytes, URL).provenance().contentHash()).isEqualTo(once).hasSize(64);
    byte[] changed =
        new String(bytes, StandardCharsets.UTF_8)
            .replace("bis in den Herbst", "bis in den Winter")
            .getBytes(StandardCharsets.UTF_8);
    assertThat(article(changed, URL).provenance().contentHash()).isNotEqualTo(once);
  }

  @Test
  void aParsedDocumentGivesTheSameText() throws IOException {
    byte[] bytes = page("german.html");
    ExtractResult result =
        extractor.extract(
            Jsoup.parse(new String(bytes, StandardCharsets.UTF_8), URL), URL, Hints.NONE);
    assertThat(((ExtractResult.Extracted) result).article().text())
        .isEqualTo(article(bytes, URL).text());
  }

  @Test
  void theAccountNamesEveryDecision() throws IOException {
    Explained explained = extractor.explain(PageBytes.of(page("german.html"), URL));
    assertThat(explained.trace()).anyMatch(l -> l.verdict().equals("kept"));
    assertThat(explained.trace()).anyMatch(l -> l.what().equals("dateline"));
    assertThat(explained.trace()).allMatch(l -> !l.why().isEmpty());
    byte[] corrected =
        """
        <article><h1>Fähre wieder frei</h1>
        <p>Die Fähre fährt seit Montag wieder nach Fahrplan, teilte der Betreiber in Kiel mit.</p>
        <p>Drei Wochen lang hatte sie mit einem Schaden an der Schraube in der Werft gelegen.</p>
        <p>Die Fahrgäste mussten so lange den weiten Weg um die Förde nehmen. (dpa/gl)</p>
        <p>Korrektur: In einer früheren Version stand der falsche Tag.</p></article>
        """
            .getBytes(StandardCharsets.UTF_8);
    assertThat(extractor.explain(PageBytes.of(corrected, URL)).trace())
        .extracting(TraceLine::what, TraceLine::verdict)
        .contains(tuple("sign-off", "cut"), tuple("correction", "cut"));
  }
}
