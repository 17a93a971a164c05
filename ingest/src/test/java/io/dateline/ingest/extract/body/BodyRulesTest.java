package io.dateline.ingest.extract.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.ingest.extract.ArticleExtractor;
import io.dateline.ingest.extract.ExtractResult;
import io.dateline.ingest.extract.PageBytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The named failures of other extractors, each on a page of our own. */
class BodyRulesTest {

  private static final String ONE =
      "The white ferry left the harbour on Monday morning with forty passengers, two horses and a"
          + " dog aboard.";
  private static final String TWO =
      "Its master said that the repaired engine ran smoothly and that nobody had to wait for long.";
  private static final String THREE =
      "The timetable holds until the autumn, when the ship goes back to the yard for a new coat.";

  private final ArticleExtractor extractor = new ArticleExtractor();

  private String body(String language, String inside) {
    String html =
        "<html lang="
            + language
            + "><head><title>Ferry sails again</title></head><body>"
            + inside
            + "</body></html>";
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    ExtractResult result =
        extractor.extract(PageBytes.of(bytes, "https://news.example.org/ferry-sails-again"));
    assertThat(result).isInstanceOf(ExtractResult.Extracted.class);
    return ((ExtractResult.Extracted) result).article().text().body();
  }

  private static String paragraphs(String... texts) {
    return "<p>" + String.join("</p><p>", texts) + "</p>";
  }

  @Test
  void aFooterLongerThanTheArticleIsNotTheArticle() {
    String body =
        body(
            "en",
            "<div class=story><h1>Ferry sails again</h1>"
                + paragraphs(ONE, TWO)
                + "</div><div class=footer-wrap><div>"
                + "Questions about a subscription are answered by our staff on every working day, "
                    .repeat(6)
                + "</div></div>");
    assertThat(body).isEqualTo(ONE + "\n\n" + TWO);
  }

  @Test
  void aLabelAboveTheTextDoesNotCutTheText() {
    String body =
        body(
            "en",
            "<article><header><h1>Ferry sails again</h1><div><a href=/c>14</a><div>Comments</div>"
                + "</div></header>"
                + "<p>No horse was hurt</p>"
                + paragraphs(ONE, TWO, THREE)
                + "</article>");
    assertThat(body).contains(ONE).contains(TWO).contains(THREE).doesNotContain("Comments");
  }

  @Test
  void labelsLooseBetweenMarkedParagraphsGo() {
    String body =
        body(
            "en",
            "<article><h1>Ferry sails again</h1>"
                + paragraphs(ONE, TWO)
                + "<div class=x7>Listen to this story in our player</div>"
                + paragraphs(THREE)
                + "<div class=x9>Show all stations on the map</div></article>");
    assertThat(body).isEqualTo(String.join("\n\n", ONE, TWO, THREE));
  }

  @Test
  void aLooseQuestionOrHeadingStays() {
    String body =
        body(
            "en",
            "<article><h1>Ferry sails again</h1>"
                + paragraphs(ONE)
                + "<div>What comes next?</div>"
                + paragraphs(TWO)
                + "<div class=sub-heading-3>A new coat</div>"
                + paragraphs(THREE)
                + "</article>");
    assertThat(body).contains("What comes next?").contains("A new coat");
  }

  @Test
  void theGermanVorspannIsTextAndTheEnglishStandfirstIsSummary() {
    String page =
        "<main><header><h1>Ferry sails again</h1><p class=standfirst>Two weeks after the fire"
            + " the ship is back.</p></header><section>"
            + paragraphs(ONE, TWO, THREE, ONE.replace("Monday", "Tuesday"))
            + "</section></main>";
    assertThat(body("de", page)).startsWith("Two weeks after the fire");
    assertThat(body("en", page)).startsWith(ONE);
  }

  @Test
  void aListOfHeadingsWithPicturesStays() {
    String body =
        body(
            "en",
            "<article><h1>Ferry sails again</h1>"
                + paragraphs(ONE, TWO)
                + "<h3>The bridge is new</h3><h3>The engine is old</h3><h3>The bell is gone</h3>"
                + "</article>");
    assertThat(body).contains("The bridge is new").contains("The bell is gone");
  }

  @Test
  void aHeadingWithNothingBehindItGoes() {
    String body =
        body(
            "en",
            "<article><h1>Ferry sails again</h1>"
                + paragraphs(ONE, TWO, THREE)
                + "<h3>Pictures of the day</h3></article>");
    assertThat(body).endsWith(THREE);
  }

  @Test
  void longConsentStandInsGo() {
    String consent =
        "Um eingebettete Inhalte anzuzeigen, brauchen wir deine Zustimmung. "
            + "Dabei werden Daten an Dritte gegeben, die sie zu eigenen Zwecken nutzen. ".repeat(5);
    String body =
        body(
            "de",
            "<article><h1>Ferry sails again</h1>"
                + paragraphs(ONE, TWO, consent, THREE)
                + "</article>");
    assertThat(body).isEqualTo(String.join("\n\n", ONE, TWO, THREE));
  }

  @Test
  void aSentenceThatACaptionRepeatsStaysInTheText() {
    String body =
        body(
            "en",
            "<article><h1>Ferry sails again</h1>"
                + paragraphs(ONE)
                + "<figure><img src=a.jpg alt=\""
                + TWO
                + "\"><figcaption>"
                + TWO
                + "</figcaption></figure>"
                + paragraphs(TWO, THREE)
                + "</article>");
    assertThat(body).isEqualTo(String.join("\n\n", ONE, TWO, THREE));
  }

  @Test
  void teasersOfOtherArticlesBehindTheTextGo() {
    String cards =
        Stream.of("Northern", "Southern", "Eastern", "Western")
            .map(BodyRulesTest::card)
            .collect(Collectors.joining());
    String text = String.join(" ", ONE, TWO, THREE, ONE, TWO, THREE, ONE, TWO, THREE);
    String body =
        body(
            "en",
            "<article><h1>Ferry sails again</h1>"
                + paragraphs(ONE, text)
                + "<section>"
                + cards
                + "</section></article>");
    assertThat(body).isEqualTo(ONE + "\n\n" + text);
  }

  private static String card(String name) {
    return "<div class=card><h4><a href=/x>"
        + name
        + " harbour gets another crane</a></h4><p>The "
        + name
        + " town bought it at a fair and paid less than it had put aside.</p></div>";
  }

  @Test
  void whatLinksSayToThoseWhoDoNotSeeThemIsNoText() {
    String linked = "The yard of Hafen Works (.HAF)<span>, opens new tab</span> built the ferry in";
    String german = " 2019 <a href=/x>im Hafen <span>(öffnet in neuem Fenster)</span></a> for us.";
    assertThat(body("en", "<h1>Ferry sails again</h1><p>" + linked + german + "</p><p>" + ONE))
        .startsWith("The yard of Hafen Works (.HAF) built the ferry in 2019 im Hafen for us.");
  }

  @Test
  void tagsUnderTheirLabelAndShortCodesLeftOverAreCut() {
    String page =
        "<h1>Ferry sails again</h1>"
            + paragraphs(ONE, TWO)
            + "<p>[button link='/send' size='big']Send us your own view of it[/button]</p>"
            + "<div>Tags<br>ferry, harbour, engine, white ship, timetable, autumn</div>";
    assertThat(body("en", page)).isEqualTo(ONE + "\n\n" + TWO);
  }

  @Test
  void appealsToReadersAreCut() {
    String page =
        "<h1>Ferry sails again</h1>"
            + paragraphs(
                ONE, "Dear reader - our harbour is in danger, so give us what you can.", TWO);
    assertThat(body("en", page)).isEqualTo(ONE + "\n\n" + TWO);
  }

  @Test
  void whatASubscriptionOffersGoesThoughItsFirstSentenceIsCutByItself() {
    String body =
        body(
            "en",
            "<article><h1>Ferry sails again</h1>"
                + paragraphs(ONE)
                + "<div class=x3><div>This content is reserved for subscribers only</div>"
                + "<p>Subscribe now to read the news of the whole coast every single day.</p>"
                + "<ul><li>Read as much as you like on eleven sites with one account.</li>"
                + "<li>Solve a new crossword each day on any device that you own.</li></ul></div>"
                + paragraphs(TWO, THREE)
                + "</article>");
    assertThat(body).isEqualTo(String.join("\n\n", ONE, TWO, THREE));
  }

  @Test
  void anAppealToSubscribeGoesWhereverItsNameStands() {
    String body =
        body(
            "en",
            "<article><h1>Ferry sails again</h1>"
                + paragraphs(
                    ONE,
                    "Every Friday our captain writes: <a href=/n>sign up</a> for the Harbour"
                        + " newsletter.",
                    "Was wichtig ist: Der <a href=/n>Hafen-Newsletter</a> kommt montags kostenlos.",
                    TWO,
                    "The paper's newsletter had called the engine a wreck that nobody would mend.")
                + "</article>");
    assertThat(body)
        .isEqualTo(
            String.join(
                "\n\n",
                ONE,
                TWO,
                "The paper's newsletter had called the engine a wreck that nobody would mend."));
  }

  @Test
  void aNoteOnTheAuthorByTheFirstNameGoesAndALabelBehindTheText() {
    String body =
        body(
            "en",
            "<article><h1>Ferry sails again</h1><p class=byline>By <a rel=author>Joanna Doe</a></p>"
                + paragraphs(
                    ONE, TWO, THREE, "Joanna is the founder of a club of swimmers.", "See here:")
                + "</article>");
    assertThat(body).isEqualTo(String.join("\n\n", ONE, TWO, THREE));
  }

  @Test
  void headingsOfFirstRankBehindTheHeadlinePartTheText() {
    String body =
        body(
            "en",
            "<h1>Ferry sails again</h1>"
                + paragraphs(ONE, TWO)
                + "<h1>The timetable</h1>"
                + paragraphs(THREE));
    assertThat(body).isEqualTo(String.join("\n\n", ONE, TWO, "The timetable", THREE));
  }

  @Test
  void anAuthorsNameWithADateIsNoText() {
    String author =
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Ferry sails"
            + " again\",\"author\":{\"@type\":\"Person\",\"name\":\"Grete Muster\"}}</script>";
    for (String line :
        List.of("Grete Muster 19.10.2019, 05:00 Uhr", "Von Grete Muster, 3. Mai 2022")) {
      String body =
          body("de", author + "<h1>Ferry sails again</h1>" + paragraphs(ONE, line, TWO, THREE));
      assertThat(body).isEqualTo(String.join("\n\n", ONE, TWO, THREE));
    }
  }

  @Test
  void aLineBehindTheTextThatTellsHowToReachTheAuthorIsNoText() {
    for (String line :
        List.of(
            "• Grete Muster can be reached at grete@harbour.example.",
            "Contact reporter Grete Muster at grete@harbour.example or 555-0100.",
            "Follow the Harbour Post on Facebook and Instagram.",
            "Email: grete@harbour.example",
            "twitter.com/gretemuster",
            "Schreiben Sie uns: redaktion@hafenblatt.example")) {
      String body = body("en", "<h1>Ferry sails again</h1>" + paragraphs(ONE, TWO, THREE, line));
      assertThat(body).as(line).isEqualTo(String.join("\n\n", ONE, TWO, THREE));
    }
  }

  @Test
  void aSentenceOfTheTextMayNameANetworkOrAnAddress() {
    for (String line :
        List.of(
            "The master showed the new engine on Instagram before the ship left.",
            "Passengers wrote to info@ferry.example and never had an answer.",
            "Gulls follow the ship until it is in the open sea.")) {
      String body = body("en", "<h1>Ferry sails again</h1>" + paragraphs(ONE, TWO, THREE, line));
      assertThat(body).isEqualTo(String.join("\n\n", ONE, TWO, THREE, line));
    }
  }
}
