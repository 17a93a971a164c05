package io.dateline.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.CopyGroup.Role;
import io.dateline.model.LanguageTag;
import io.dateline.model.StoryLinks;
import io.dateline.model.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrouperTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final LanguageTag EN = new LanguageTag("en");

  private static final String FERRY =
      "A ferry with 312 people on board ran aground off the island of Tarvo on Tuesday. The captain"
          + " of the Meridian reported engine failure shortly before midnight. Coast guard boats"
          + " from Lindholm took all passengers to safety, officials said. Nobody was hurt. The"
          + " shipping line Norlink opened an inquiry into the failure.";
  private static final String FERRY_RETOLD =
      "Norlink's ferry Meridian is stuck on rocks near Tarvo. Divers from Lindholm examined the"
          + " hull while 312 passengers were on their way home by bus. The captain blames the"
          + " engine of the Meridian, and Norlink says the ferry sailed too close to Tarvo.";
  private static final String BUDGET =
      "Parliament in Ostrava passed a budget of 48 billion crowns after a debate of nineteen hours."
          + " Finance minister Hedvika Novotna defended higher spending on hospitals and railways."
          + " The opposition voted against it and announced a complaint to the constitutional"
          + " court. The budget takes effect in January.";

  private Grouper grouper = Grouper.inMemory();

  private Grouping put(String path, String headline, String body, LanguageTag language) {
    return put(path, headline, body, language, NOON);
  }

  private Grouping put(
      String path, String headline, String body, LanguageTag language, Instant at) {
    Article article =
        Article.builder(new ArticleUri("https://news.example/" + path), Text.of(headline, body))
            .build();
    return grouper.group(article, List.of(), language, at);
  }

  @Test
  void anEditedCopyJoinsTheFirstAndItsStory() {
    Grouping first = put("a", "Ferry aground off Tarvo", FERRY, EN);
    Grouping copy =
        put(
            "b",
            "312 saved from ferry",
            "Our reporter writes: " + FERRY.replace("312", "314").replace(" Nobody was hurt.", ""),
            EN);

    assertThat(first.copies().role()).isEqualTo(Role.FIRST);
    assertThat(copy.copies().role()).isEqualTo(Role.COPY);
    assertThat(copy.copies().id()).isEqualTo("https://news.example/a");
    assertThat(copy.copies().similarity()).isBetween(50, 99);
    assertThat(copy.story().id()).isEqualTo(first.story().id());
  }

  @Test
  void theSameEventRetoldIsNoCopyButTheSameStory() {
    Grouping first = put("a", "Ferry aground off Tarvo", FERRY, EN);
    Grouping other = put("b", "Budget passed", BUDGET, EN);
    Grouping retold = put("c", "Stranded ferry near Tarvo", FERRY_RETOLD, EN);

    assertThat(retold.copies().role()).isEqualTo(Role.FIRST);
    assertThat(retold.story().id()).isEqualTo(first.story().id());
    assertThat(other.story().id()).isNotEqualTo(first.story().id());
  }

  @Test
  void aRoundUpThatHoldsAReportIsNoCopyOfIt() {
    put("a", "Ferry aground off Tarvo", FERRY, EN);
    StringBuilder roundUp = new StringBuilder(FERRY);
    for (int i = 0; i < 300; i++) {
      roundUp.append(" other").append(i);
    }
    assertThat(put("b", "The day", roundUp.toString(), EN).copies().role()).isEqualTo(Role.FIRST);
  }

  @Test
  void aLaterVersionKeepsItsGroupAndItsStory() {
    put("a", "Ferry aground off Tarvo", FERRY, EN);
    Grouping copy = put("b", "Ferry aground", FERRY, EN);
    Grouping later = put("b", "Budget passed", BUDGET, EN);

    assertThat(later.copies().id()).isEqualTo(copy.copies().id());
    assertThat(later.story().id()).isEqualTo(copy.story().id());
  }

  @Test
  void aStoryQuietForLongIsClosed() {
    Grouping first = put("a", "Ferry aground off Tarvo", FERRY, EN);
    Instant later = NOON.plus(Duration.ofDays(45));
    Grouping again = put("b", "Stranded ferry near Tarvo", FERRY_RETOLD, EN, later);

    assertThat(again.story().id()).isNotEqualTo(first.story().id());
  }

  @Test
  void aBackfilledArticleJoinsTheStoryOfItsTime() {
    Grouping first = put("a", "Ferry aground off Tarvo", FERRY, EN);
    Instant earlier = NOON.minus(Duration.ofDays(1));
    Grouping late = put("b", "Stranded ferry near Tarvo", FERRY_RETOLD, EN, earlier);

    assertThat(late.story().id()).isEqualTo(first.story().id());
  }

  private static final String FERRY_GERMAN =
      "Mit 312 Menschen an Bord ist die Fähre Meridian vor Tarvo auf Grund gelaufen. Boote aus"
          + " Lindholm brachten alle in Sicherheit. Die Reederei Norlink untersucht den Fall.";

  private Grouping putGerman() {
    LanguageTag german = new LanguageTag("de");
    return put("c", "Fähre Meridian vor Tarvo auf Grund gelaufen", FERRY_GERMAN, german);
  }

  @Test
  void storiesOfTwoLanguagesAreLinkedByNumbersAndNames() {
    Grouping english = put("a", "Ferry aground off Tarvo", FERRY, EN);
    put("b", "Budget passed", BUDGET, EN);
    Grouping german = putGerman();

    assertThat(german.story().id()).isNotEqualTo(english.story().id());
    assertThat(german.story().related())
        .extracting(r -> r.id() + " " + r.rel())
        .containsExactly(english.story().id() + " related");
  }

  @Test
  void aStoryThatAnotherGrouperTellsOfTooLateIsLinkedThen() {
    Grouping english = put("a", "Ferry aground off Tarvo", FERRY, EN);
    Grouping budget = put("b", "Budget passed", BUDGET, EN);
    grouper = Grouper.inMemory();
    Grouping german = putGerman();

    assertThat(german.story().related()).isEmpty();
    assertThat(grouper.adopt(budget.news().getFirst())).isEmpty();
    var late = grouper.adopt(english.news().getFirst());
    assertThat(late).extracting(StoryLinks::story).containsExactly(german.story().id());
    assertThat(late.getFirst().related())
        .extracting(r -> r.id() + " " + r.rel())
        .containsExactly(english.story().id() + " related");
    assertThat(grouper.adopt(english.news().getFirst())).as("told again").isEmpty();
  }

  @Test
  void aDigestOfSeveralReportsIsOfNoStoryButItsOwn() {
    Grouping first = put("a", "Ferry aground off Tarvo", FERRY, EN);
    Grouping digest =
        put(
            "b",
            "Ferry aground off Tarvo and other news",
            "Tarvo (NNA) - " + FERRY_RETOLD + " Ostrava (NNA) - Budget. Rome (ANSA) - Strike.",
            EN);

    assertThat(digest.story().id()).isNotEqualTo(first.story().id());
  }

  @Test
  void headlinesAloneAreCopiesOnlyWordForWord() {
    Grouping first = put("a", "Ferry with 312 people aground off Tarvo", "", EN);
    Grouping same = put("b", "Ferry with 312 people aground off Tarvo", "", EN);
    Grouping other = put("c", "Ferry with 12 people aground off Tarvo", "", EN);

    assertThat(same.copies().id()).isEqualTo(first.copies().id());
    assertThat(other.copies().role()).isEqualTo(Role.FIRST);
    assertThat(other.story().id()).isEqualTo(first.story().id());
  }
}
