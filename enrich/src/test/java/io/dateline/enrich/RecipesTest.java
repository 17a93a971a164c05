package io.dateline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.enrich.country.CountryTagger;
import io.dateline.enrich.topic.TopicTagger;
import io.dateline.model.LanguageTag;
import io.dateline.model.Passage;
import io.dateline.model.Tag;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The recipes of CONTRIBUTING, each shown by what was added by it: data only, no Java. */
class RecipesTest {
  private static List<Passage> body(String text) {
    return List.of(new Passage(Passage.Part.BODY, "/bodies/0/value", text));
  }

  @Test
  void aCountryFormIsALineInAFile() {
    List<Tag> tags =
        new CountryTagger()
            .tag(
                body("The ruling Liberal Democratic Party wants more roads."),
                new LanguageTag("en"),
                null);
    assertThat(tags).extracting(Tag::code).containsExactly("JP");
  }

  @Test
  void aLanguageForCountriesIsAFolder() {
    List<Tag> tags =
        new CountryTagger().tag(body("Německá vláda jedná v Praze."), new LanguageTag("cs"), null);
    assertThat(tags).extracting(Tag::code).contains("DE", "CZ");
  }

  @Test
  void aTopicIsASectionOfALexicon() {
    List<Tag> tags =
        new TopicTagger()
            .tag(body("Im Slalom und im Super-G fuhr sie allen davon."), new LanguageTag("de"));
    assertThat(tags).extracting(Tag::code).contains("20001057");
  }
}
