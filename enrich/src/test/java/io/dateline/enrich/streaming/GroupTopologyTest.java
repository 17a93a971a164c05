package io.dateline.enrich.streaming;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.CopyGroup;
import io.dateline.model.CopyGroup.Role;
import io.dateline.model.Dates;
import io.dateline.model.LanguageTag;
import io.dateline.model.StoryRef;
import io.dateline.model.StoryRef.Related;
import io.dateline.model.Text;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies and stories through the topology: what it records of them, and how long it knows them. */
class GroupTopologyTest {

  private static final Instant NOW = TopologyLine.NOW;

  private static final String AGROUND =
      "The ferry Meridian ran aground off Tarvo with 312 passengers. The captain blamed the engine."
          + " Lindholm sent boats, and the shipping line Norlink opened an inquiry into the ferry.";

  private static final String CLOSED =
      "Norlink closed its inquiry into the ferry Meridian, which ran aground off Tarvo. All 312"
          + " passengers were saved by boats from Lindholm after the captain reported the engine.";

  private static final String TOWED =
      "Off Tarvo the Norlink ferry Meridian was towed to Lindholm. The inquiry heard the captain on"
          + " the engine, and many of the 312 passengers who had run aground watched the boats.";

  private @TempDir Path folder;
  private TopologyLine line;

  @BeforeEach
  void start() {
    line = new TopologyLine(folder, Samples.enricher(), new SimpleMeterRegistry());
  }

  @AfterEach
  void stop() {
    line.close();
  }

  private record Put(CopyGroup copies, StoryRef story) {}

  /** Publishes an article and tells where it was put. */
  private Put put(String path, String headline, String body, Instant written, Instant published)
      throws Exception {
    ArticleUri uri = new ArticleUri("https://news.example/" + path);
    Article article =
        Article.builder(uri, Text.of(headline, body))
            .language(new LanguageTag("en"))
            .dates(new Dates(null, written.atOffset(ZoneOffset.UTC)))
            .build();
    line.publish(article, published);
    var enrichment = line.next().enrichment();
    return new Put(requireNonNull(enrichment.copyGroup()), requireNonNull(enrichment.story()));
  }

  private Put putAt(String path, String headline, String body, Duration after) throws Exception {
    return put(path, headline, body, NOW.plus(after), NOW.plus(after));
  }

  @Test
  void aMergeIsRecordedAsALinkAndPublishedStoriesKeepTheirIds() throws Exception {
    Duration later = Duration.ofDays(20);
    Instant between = NOW.plus(later.dividedBy(2));
    Put first = putAt("a", "Ferry Meridian aground off Tarvo", AGROUND, Duration.ZERO);
    putAt("a2", "Ferry Meridian aground: 312 saved", AGROUND + " Nobody hurt.", Duration.ZERO);
    Put second = putAt("b", "Norlink inquiry into Tarvo ferry closed", CLOSED, later);

    Put late = put("c", "Ferry Meridian towed", TOWED, between, NOW.plus(later));
    Put version = putAt("b", "Norlink inquiry closed", CLOSED + " More.", later);
    Put copy = putAt("d", "Inquiry closed", CLOSED + " Our own report.", later);

    assertThat(second.story.id()).isNotEqualTo(first.story.id());
    assertThat(late.story.id()).isEqualTo(first.story.id());
    assertThat(late.story.related())
        .extracting(Related::id, Related::rel)
        .containsExactly(tuple(second.story.id(), Related.MERGED));
    assertThat(version.story.id()).isEqualTo(second.story.id());
    assertThat(copy.story.id()).isEqualTo(first.story.id());
  }

  @Test
  void aLateArticleJoinsTheStoryOfItsOwnTime() throws Exception {
    Duration later = Duration.ofDays(29);
    Put old = putAt("a", "Ferry Meridian aground off Tarvo", AGROUND, Duration.ZERO);
    Put fresh = putAt("b", "Ferry Meridian aground off Tarvo", CLOSED, later);

    Put late = put("c", "Ferry Meridian towed", TOWED, NOW.plusSeconds(60), NOW.plus(later));
    Put backfilled =
        put("d", "Tarvo ferry before it sailed", TOWED, NOW.minusSeconds(60), NOW.plus(later));

    assertThat(fresh.story.id()).isNotEqualTo(old.story.id());
    assertThat(late.story.id()).isEqualTo(old.story.id());
    assertThat(backfilled.story.id()).isEqualTo(old.story.id());
  }

  @Test
  void aTextIsKnownForTwoWeeksAtLeastAndThreeAtMost() throws Exception {
    Put first = putAt("a", "Ferry Meridian aground", AGROUND, Duration.ZERO);
    Put copy = putAt("b", "Ferry Meridian aground", AGROUND + " Own.", Duration.ofDays(14));
    Put tooLate = putAt("c", "Ferry Meridian aground", CLOSED, Duration.ofDays(36));

    assertThat(copy.copies.id()).isEqualTo(first.copies.id());
    assertThat(tooLate.copies.role()).isEqualTo(Role.FIRST);
    Put forgotten = putAt("d", "Ferry Meridian aground", AGROUND, Duration.ofDays(36));
    assertThat(forgotten.copies.role()).isEqualTo(Role.FIRST);
  }

  @Test
  void aNewTextIsComparedWithTheRememberedOnly() throws Exception {
    Put first = putAt("a", "Ferry Meridian aground", AGROUND, Duration.ZERO);
    for (int i = 1; i < TopologyLine.REMEMBERED; i++) {
      putAt("filler" + i, "Number " + i, "Harbour notice " + i + " of today.", Duration.ZERO);
    }
    Put copy = putAt("b", "Ferry Meridian aground", AGROUND + " Own.", Duration.ZERO);
    for (int i = 1; i < TopologyLine.REMEMBERED; i++) {
      putAt("more" + i, "Number " + i, "Harbour notice " + i + " of tomorrow.", Duration.ZERO);
    }
    putAt("c", "Number", "Harbour notice of the day after.", Duration.ZERO);
    Put tooLate = putAt("d", "Ferry Meridian aground", AGROUND + " Other.", Duration.ZERO);
    Put known = putAt("a", "Ferry Meridian still aground", AGROUND, Duration.ZERO);

    assertThat(copy.copies.id()).isEqualTo(first.copies.id());
    assertThat(tooLate.copies.role()).isEqualTo(Role.FIRST);
    assertThat(known.copies.id()).isEqualTo(first.copies.id());
  }

  @Test
  void aStoryIsKnownForThirtyDaysAtLeastAndFortyFiveAtMost() throws Exception {
    Put first = putAt("a", "Ferry Meridian aground off Tarvo", AGROUND, Duration.ZERO);
    Put known = put("b", "Ferry Meridian towed", TOWED, NOW, NOW.plus(GroupStores.STORIES_KEPT));
    Put forgotten = put("c", "Norlink inquiry", CLOSED, NOW, NOW.plus(Duration.ofDays(91)));

    assertThat(known.story.id()).isEqualTo(first.story.id());
    assertThat(forgotten.story.id()).isNotEqualTo(first.story.id());
  }
}
