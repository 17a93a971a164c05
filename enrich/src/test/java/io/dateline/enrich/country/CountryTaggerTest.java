package io.dateline.enrich.country;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.Evidence;
import io.dateline.model.LanguageTag;
import io.dateline.model.Passage;
import io.dateline.model.Tag;
import io.dateline.model.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountryTaggerTest {

  private static final CountryTagger TAGGER = new CountryTagger();

  private static List<Tag> tags(String language, String headline, String body) {
    Article article =
        Article.builder(new ArticleUri("https://example.org/1"), Text.of(headline, body)).build();
    return TAGGER.tag(Passage.of(article), new LanguageTag(language), null);
  }

  private static List<String> codes(String language, String headline, String body) {
    return tags(language, headline, body).stream().map(Tag::code).toList();
  }

  @Test
  void tagsWhatTheHeadlineIsAbout() {
    List<Tag> tags =
        tags("de", "Syrische Armee rückt vor", "Die russische Luftwaffe half den Syrern.");
    assertThat(tags).extracting(Tag::code).containsExactly("SY", "RU");
    assertThat(tags.getFirst().relation()).isEqualTo(Tag.Relation.ABOUT);
    assertThat(tags.getFirst().evidence())
        .extracting(Evidence::words)
        .containsExactly("Syrische", "Syrern");
  }

  @Test
  void partsCompoundsAtTheirHyphens() {
    assertThat(codes("de", "", "Ein US-Luftangriff und ein deutsch-französisches Treffen."))
        .containsExactlyInAnyOrder("US", "DE", "FR");
  }

  @Test
  void findsNothingInsideOtherWords() {
    assertThat(codes("en", "", "The ambassador spoke of romance, Columbia and Germanium."))
        .isEmpty();
  }
}
