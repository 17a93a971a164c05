package io.dateline.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dateline.enrich.duplicate.MemoryCopyState;
import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.LanguageTag;
import io.dateline.model.StoryRef.Related;
import io.dateline.model.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoryMergerTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final LanguageTag EN = new LanguageTag("en");
  private static final Duration APART = Duration.ofDays(20);

  /** Reports on one event, too far apart in time to join, too alike to stay two stories. */
  private static final String FIRST =
      "The ferry Meridian ran aground off Tarvo with 312 passengers. The captain blamed the engine."
          + " Lindholm sent boats, and the shipping line Norlink opened an inquiry into the ferry.";

  private static final String SECOND =
      "Norlink closed its inquiry into the ferry Meridian, which ran aground off Tarvo. All 312"
          + " passengers were saved by boats from Lindholm after the captain reported the engine.";

  private static final String BETWEEN =
      "Off Tarvo the Norlink ferry Meridian was towed to Lindholm. The inquiry heard the captain on"
          + " the engine, and many of the 312 passengers who had run aground watched the boats.";

  private final MemoryStoryState state = new MemoryStoryState(1_000);
  private final Grouper grouper = new Grouper(new MemoryCopyState(1_000), state);

  private Grouping put(String path, String headline, String body, Instant at) {
    Article article =
        Article.builder(new ArticleUri("https://news.example/" + path), Text.of(headline, body))
            .build();
    return grouper.group(article, List.of(), EN, at);
  }

  private Grouping first;
  private Grouping second;
  private Grouping between;

  @BeforeEach
  void mergeTwo() {
    first = put("a", "Ferry Meridian aground off Tarvo", FIRST, NOON);
    put("a2", "Ferry Meridian aground off Tarvo: 312 saved", FIRST + " Nobody was hurt.", NOON);
    second = put("b", "Norlink inquiry into Tarvo ferry closed", SECOND, NOON.plus(APART));
    between = put("c", "Ferry Meridian towed", BETWEEN, NOON.plus(APART.dividedBy(2)));
  }

  @Test
  void anArticleThatFitsTwoStoriesThatAreOneMergesThemAndSaysSo() {
    assertThat(second.story().id()).isNotEqualTo(first.story().id());
    assertThat(between.story().id()).isEqualTo(first.story().id());
    assertThat(between.story().related())
        .extracting(Related::id, Related::rel)
        .containsExactly(tuple(second.story().id(), Related.MERGED));
    assertThat(between.news()).hasSize(2);
  }

  @Test
  void laterArticlesAndCopiesJoinTheStoryThatGoesOn() {
    Grouping copy = put("d", "Inquiry closed", SECOND + " Our own report.", NOON.plus(APART));
    Grouping later = put("e", "Tarvo ferry inquiry", BETWEEN.replace("many", "some"), NOON);

    assertThat(copy.copies().id()).isEqualTo("https://news.example/b");
    assertThat(copy.story().id()).isEqualTo(first.story().id());
    assertThat(later.story().id()).isEqualTo(first.story().id());
    assertThat(later.story().related()).isEmpty();
  }

  @Test
  void aPublishedStoryIdNeverChanges() {
    Grouping newVersion = put("b", "Norlink inquiry closed", SECOND + " More.", NOON.plus(APART));

    assertThat(newVersion.story().id()).isEqualTo(second.story().id());
  }

  @Test
  void newsOfTheStoryThatWasMergedDoNotBringItBack() {
    second.news().forEach(grouper::adopt);

    Grouping copy = put("d", "Inquiry closed", SECOND + " Our own report.", NOON.plus(APART));
    assertThat(copy.story().id()).isEqualTo(first.story().id());
  }
}
