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

  private static final LanguageTag GERMAN = new LanguageTag("de");

  private static final List<Passage> ASTANA =
      article(
          "Nach dem Fall von Aleppo: Putin bietet Friedensgespräche in Astana an",
          """
          Die syrische Führung sei zu einer Waffenruhe und zu Verhandlungen über eine \
          Nachkriegsordnung bereit, sagte der Kremlchef. Ein Krieg bis zum letzten Dorf würde \
          Moskau viel kosten, heißt es in der russischen Diplomatie.\
          """);

  @Test
  void offeredPeaceTalksAreConflictAndPolitics() {
    List<Tag> tags = TAGGER.tag(ASTANA, GERMAN);
    Tag talks = only(tags, "20000076");
    assertThat(talks.relation()).isEqualTo(Tag.Relation.ABOUT);
    assertThat(talks.evidence()).extracting(Evidence::words).contains("Friedensgespräche");
    assertThat(tags).extracting(Tag::code).contains("16000000");
  }

  @Test
  void evidenceLiesWhereItSaysInThePassage() {
    List<Tag> tags = TAGGER.tag(ASTANA, GERMAN);
    assertThat(tags).isNotEmpty();
    for (Tag tag : tags) {
      assertThat(tag.evidence())
          .isNotEmpty()
          .allSatisfy(e -> {
            String text =
                ASTANA.stream()
                    .filter(p -> p.pointer().equals(e.pointer()))
                    .findFirst()
                    .orElseThrow()
                    .text();
            assertThat(text.substring(e.start(), e.end())).isEqualTo(e.words());
          });
    }
  }

  @Test
  void theSameArticleAlwaysHasTheSameTags() {
    assertThat(new TopicTagger().tag(ASTANA, GERMAN)).isEqualTo(TAGGER.tag(ASTANA, GERMAN));
  }

  @Test
  void germanCompoundsAreFoundByTheirBeginningOrEnd() {
    List<Tag> strike =
        TAGGER.tag(
            article(
                "Warnstreiks bei der Müllabfuhr",
                "Die Gewerkschaft ruft vor der Tarifrunde zum Streikauftakt auf."),
            GERMAN);
    assertThat(only(strike, "20000530").relation()).isEqualTo(Tag.Relation.ABOUT);
    List<Tag> minister =
        TAGGER.tag(
            article("Kolonialminister tritt zurück", "Der Kolonialminister verlässt das Kabinett."),
            GERMAN);
    assertThat(minister).extracting(Tag::code).contains("11000000");
  }

  @Test
  void wordsWithinLongerOnesDoNotCount() {
    List<Tag> tags =
        TAGGER.tag(
            article("Rosenkrieg am Stadtrand", "Der Rosenkrieg des Paares geht weiter."), GERMAN);
    assertThat(tags).extracting(Tag::code).doesNotContain("16000000", "20000062");
  }

  @Test
  void eachLexiconNamesOnlyTopicsOfTheTable() {
    assertThat(TopicTagger.LANGUAGES).contains("de", "en", "fr", "es");
    List<Tag> football =
        TAGGER.tag(
            article("Striker scores late", "The striker headed the winner in the Premier League."),
            ENGLISH);
    assertThat(football).extracting(Tag::code).contains("15000000");
  }
}
