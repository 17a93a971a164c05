package io.dateline.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.model.Article;
import io.dateline.model.CopyGroup;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.PubStatus;
import io.dateline.model.StoryRef;
import io.dateline.model.StoryRef.Related;
import io.dateline.model.Tag;
import io.dateline.serve.LineExtension;
import io.dateline.serve.Samples;
import io.dateline.serve.ServedLine;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Stories, and the versions of an article, over a real broker and database. */
@ExtendWith(LineExtension.class)
class StoryApiTest {
  private final ServedLine line;

  StoryApiTest(ServedLine line) {
    this.line = line;
  }

  @BeforeAll
  static void storeATalk(ServedLine line) throws Exception {
    line.store(Samples.talks());
  }

  @Test
  void versionsAreListedNewestFirst() throws Exception {
    EnrichedArticle first =
        Samples.enriched(Samples.article(50, "en", "A first headline", "One."), "en", List.of());
    line.store(first);
    line.store(
        new EnrichedArticle(first.article().toBuilder().version(2).build(), first.enrichment()));
    JsonNode versions =
        line.json("/api/v1/articles/" + first.article().uri().id() + "/versions").get("versions");
    assertThat(versions).hasSize(2);
    assertThat(versions.get(0).get("version").asInt()).isEqualTo(2);
    assertThat(versions.get(0).get("event").asText()).isEqualTo("updated");
  }

  private EnrichedArticle of(int number, String language, String headline, StoryRef story) {
    EnrichedArticle plain =
        Samples.enriched(Samples.article(number, language, headline, "Text."), language, List.of());
    CopyGroup copies = new CopyGroup(plain.article().uri().value(), CopyGroup.Role.FIRST, 100);
    return new EnrichedArticle(plain.article(), plain.enrichment().grouped(copies, story));
  }

  @Test
  void aStoryTellsItsSizeAndWhatWasMergedAndIsRelated() throws Exception {
    Related merged = new Related("gone", Related.MERGED, 70);
    Related related = new Related("fremd", Related.RELATED, 40);
    line.store(of(60, "en", "Ferry aground", new StoryRef("kept", 100, List.of(related))));
    line.store(of(61, "en", "Inquiry closed", new StoryRef("gone", 100, List.of())));
    line.store(of(62, "en", "Ferry towed", new StoryRef("kept", 80, List.of(merged))));
    line.store(of(63, "de", "Fähre auf Grund", new StoryRef("fremd", 100, List.of())));

    for (String id : List.of("kept", "gone")) {
      JsonNode found = line.json("/api/v1/stories/" + id);
      JsonNode story = found.get("story");
      assertThat(found.get("articles")).hasSize(3);
      assertThat(story.get("id").asText()).isEqualTo("kept");
      assertThat(story.get("headline").asText()).isEqualTo("Ferry aground");
      assertThat(story.get("articles").asInt()).isEqualTo(3);
      assertThat(story.get("mergedStories").get(0).asText()).isEqualTo("gone");
      assertThat(story.get("relatedStories").get(0).get("id").asText()).isEqualTo("fremd");
      assertThat(story.get("relatedStories").get(0).get("score").asInt()).isEqualTo(40);
    }
    JsonNode other = line.json("/api/v1/stories/fremd").get("story").get("relatedStories").get(0);
    assertThat(other.get("id").asText()).as("the story it was linked from").isEqualTo("kept");
    List<String> listed = new ArrayList<>();
    line.json("/api/v1/stories?order=largest&from=2026-11-01&limit=200")
        .get("stories")
        .forEach(story -> listed.add(story.get("id").asText()));
    assertThat(listed).contains("kept", "fremd").doesNotContain("gone");
  }

  @Test
  void aVersionTellsWhatChangedSinceTheOneBefore() throws Exception {
    EnrichedArticle first =
        Samples.enriched(Samples.article(64, "en", "Two hurt", "The old text."), "en", List.of());
    Article later = Samples.article(64, "en", "Two hurt", "The new text on Portugal.");
    Tag tag =
        Samples.tag(later, Tag.Kind.COUNTRY, "PT", "Portugal", Tag.Relation.ABOUT, "Portugal");
    line.store(first);
    line.store(Samples.enriched(later.toBuilder().version(2).build(), "en", List.of(tag)));

    JsonNode versions =
        line.json("/api/v1/articles/" + later.uri().id() + "/versions").get("versions");
    JsonNode changes = versions.get(0).get("changes");
    assertThat(changes.get("kind").asText()).isEqualTo("updated");
    assertThat(changes.get("since").asInt()).isEqualTo(1);
    assertThat(changes.get("body").toString())
        .contains("{\"kind\":\"removed\",\"text\":\"old text.\"}")
        .contains("{\"kind\":\"added\",\"text\":\"new text on Portugal.\"}");
    assertThat(changes.get("gained").get(0).get("code").asText()).isEqualTo("PT");
    assertThat(changes.get("lost")).isEmpty();
    assertThat(versions.get(1).has("changes")).isFalse();
  }

  @Test
  void aCorrectionAndAWithdrawalAreToldAsSuchWithTheTagsTheyLost() throws Exception {
    Article article = Samples.article(65, "en", "Mayor of Lindholm resigns", "In Iceland, too.");
    Tag tag =
        Samples.tag(article, Tag.Kind.COUNTRY, "IS", "Iceland", Tag.Relation.ABOUT, "Iceland");
    line.store(Samples.enriched(article, "en", List.of(tag)));
    Article corrected =
        Samples.article(65, "en", "Mayor of Lindholm resigns", "Not elsewhere.").toBuilder()
            .version(2)
            .edNote("Correction: only in Lindholm.")
            .build();
    line.store(Samples.enriched(corrected, "en", List.of()));
    Article withdrawn = corrected.toBuilder().version(3).status(PubStatus.CANCELED).build();
    line.store(Samples.enriched(withdrawn, "en", List.of()));

    JsonNode versions =
        line.json("/api/v1/articles/" + article.uri().id() + "/versions").get("versions");
    assertThat(versions.get(0).get("changes").get("kind").asText()).isEqualTo("withdrawn");
    JsonNode correction = versions.get(1).get("changes");
    assertThat(correction.get("kind").asText()).isEqualTo("corrected");
    assertThat(correction.get("lost").get(0).get("code").asText()).isEqualTo("IS");
  }

  @Test
  void storyListsItsArticles() throws Exception {
    assertThat(line.json("/api/v1/stories/story-1").get("articles")).hasSize(1);
    assertThat(line.get("/api/v1/stories/none").statusCode()).isEqualTo(404);
  }
}
