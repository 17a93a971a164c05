package io.dateline.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.LanguageTag;
import io.dateline.model.Text;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenreTest {

  private static Article article(String headline, String body) {
    return Article.builder(
            new ArticleUri("https://news.example/" + headline.hashCode()), Text.of(headline, body))
        .build();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // a press review is a comment
        "COMMENT | «Tarvoer Zeitung» zum Fährunglück",
        "COMMENT | «Lindholmer Bote» (Lindholm) zu Norlink",
        "COMMENT | „Die Küste“ zur Zukunft der Fähren",
        // a digest says so
        "DIGEST | Hafentag kompakt",
        "DIGEST | nna-Nachrichtenüberblick WIRTSCHAFT",
        "DIGEST | Presseschau vom Dienstag",
        "DIGEST | Morning briefing: ferries and budgets",
        "DIGEST | Sports: news in brief",
        // a report that quotes, or uses such words, is a report
        "REPORT | Norlink zu Fährunglück: «Wir bedauern den Vorfall»",
        "REPORT | «Wir bedauern den Vorfall» - Norlink entschuldigt sich",
        "REPORT | Kompakte Kameras im Test",
        "REPORT | Minister gets briefing on ferry accident"
      })
  void theHeadlineTellsPressReviewsAndDigestsFromReports(Genre genre, String headline) {
    assertThat(Genre.of(article(headline, "Text."))).isEqualTo(genre);
  }

  @Test
  void aCommentAndAReportOfFewCommonWordsAreOneStoryInEitherOrder() {
    Article report =
        article(
            "Norlink stellt nach Fährunglück den Betrieb ein",
            "Tarvo (nna) - Nach dem Unglück der Meridian hat die Reederei Norlink alle Fahrten nach"
                + " Tarvo eingestellt. 312 Menschen waren in der Nacht von Booten aus Lindholm"
                + " gerettet worden. Der Kapitän nannte einen Schaden an der Maschine als Ursache."
                + " Die Behörde in Lindholm prüft die Papiere aller Schiffe der Reederei, und der"
                + " Hafenmeister sperrte das Becken bis zum Abend.");
    Article comment =
        article(
            "«Lindholmer Bote» (Lindholm) zum Fährunglück",
            "Wer spart, der spart am Ende an der Sicherheit. Jahrelang haben Aufseher weggesehen,"
                + " obwohl jeder Matrose von rostigen Rümpfen sprach. Dass Norlink nun büßt, ist"
                + " gerecht, doch die Schuld tragen auch jene, die billige Überfahrten verlangten"
                + " und von Prüfern nichts wissen wollten.");
    assertThat(story(report, comment)).hasSize(1);
    assertThat(story(comment, report)).hasSize(1);
  }

  private static Set<String> story(Article... articles) {
    Grouper grouper = Grouper.inMemory();
    Set<String> ids = new HashSet<>();
    for (Article article : articles) {
      LanguageTag german = new LanguageTag("de");
      ids.add(grouper.group(article, List.of(), german, Instant.EPOCH).story().id());
    }
    return ids;
  }
}
