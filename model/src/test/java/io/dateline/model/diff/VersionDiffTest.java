package io.dateline.model.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.Enrichment;
import io.dateline.model.LanguageTag;
import io.dateline.model.PubStatus;
import io.dateline.model.Tag;
import io.dateline.model.Text;
import io.dateline.model.diff.VersionDiff.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class VersionDiffTest {

  private static final Article FIRST =
      Article.builder(new ArticleUri("https://news.example/a"), Text.of("Fire", "It burns."))
          .build();

  private static EnrichedArticle tagged(Article article, String... countries) {
    List<Tag> tags =
        List.of(countries).stream()
            .map(code ->
                new Tag(
                    Tag.Kind.COUNTRY, code, code, Tag.Relation.ABOUT, 90, "name", false, List.of()))
            .toList();
    return new EnrichedArticle(
        article,
        new Enrichment("1", "1", new LanguageTag("en"), tags, null, null, List.of(), List.of()));
  }

  @Test
  void aVersionGainsAndLosesTags() {
    Article second =
        FIRST.toBuilder().version(2).text(Text.of("Fire", "It burns no more.")).build();
    VersionDiff diff = VersionDiff.of(tagged(FIRST, "FR", "DE"), tagged(second, "DE", "BE"));

    assertThat(diff.kind()).isEqualTo(Kind.UPDATED);
    assertThat(diff.gained()).extracting(Tag::code).containsExactly("BE");
    assertThat(diff.lost()).extracting(Tag::code).containsExactly("FR");
    assertThat(diff.headline()).hasSize(1);
    assertThat(diff.body()).extracting(Change::kind).contains(Change.Kind.ADDED);
  }

  @Test
  void aNewNoteCorrectsAndACanceledVersionWithdraws() {
    Article corrected = FIRST.toBuilder().version(2).edNote("The place was wrong.").build();
    Article withdrawn = FIRST.toBuilder().version(3).status(PubStatus.CANCELED).build();

    assertThat(VersionDiff.of(tagged(FIRST), tagged(corrected)).kind()).isEqualTo(Kind.CORRECTED);
    assertThat(VersionDiff.of(tagged(corrected), tagged(corrected)).kind()).isEqualTo(Kind.UPDATED);
    assertThat(VersionDiff.of(tagged(FIRST), tagged(withdrawn)).kind()).isEqualTo(Kind.WITHDRAWN);
  }
}
