package io.dateline.enrich.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.model.Evidence;
import io.dateline.model.LanguageTag;
import io.dateline.model.Passage;
import io.dateline.model.Tag;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicTaggerTest {

  private static final TopicTagger TAGGER = new TopicTagger();
  private static final LanguageTag ENGLISH = new LanguageTag("en");

  private static List<Passage> article(String headline, String body) {
    return List.of(
        new Passage(Passage.Part.HEADLINE, "/headlines/0/value", headline),
        new Passage(Passage.Part.BODY, "/bodies/0/value", body));
  }

  private static Tag only(List<Tag> tags, String code) {
    return tags.stream().filter(tag -> tag.code().equals(code)).findFirst().orElseThrow();
  }

  @Test
  void anArticleIsAboutANarrowTopicAndItsBroaderOnesInheritTheEvidence() {
    List<Tag> tags =
        TAGGER.tag(
            article("Quake shakes coast", "An earthquake of magnitude 7 hit the coast."), ENGLISH);
    Tag quake = only(tags, "20000153");
    Tag disaster = only(tags, "03000000");
    assertThat(quake.relation()).isEqualTo(Tag.Relation.ABOUT);
    assertThat(disaster.relation()).isEqualTo(Tag.Relation.BROADER);
    assertThat(disaster.evidence())
        .containsAll(quake.evidence())
        .extracting(Evidence::words)
        .contains("earthquake");
  }

  @Test
  void aTextAboutNothingWeKnowHasNoTopic() {
    assertThat(TAGGER.tag(article("Hello", "This is a sentence."), ENGLISH)).isEmpty();
  }

  @Test
  void aLanguageWithoutLexiconHasNoTopic() {
    assertThat(TAGGER.tag(article("地震", "地震"), new LanguageTag("ja"))).isEmpty();
  }
}
