package io.dateline.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.Tag;
import io.dateline.model.Text;
import org.junit.jupiter.api.Test;

class EnricherTest {

  private static final String SENTENCE =
      "Die russische Luftwaffe griff Aleppo an, in Astana wird über Frieden verhandelt. ";

  private static EnrichedArticle tagged(int chars) {
    String body = SENTENCE.repeat(chars / SENTENCE.length() + 1).substring(0, chars);
    ArticleUri uri = new ArticleUri("https://example.org/1");
    return Enrichers.standard().tag(Article.builder(uri, Text.of("", body)).build());
  }

  @Test
  void aTextOfTenMegabytesIsCutWithANoteAndNotRefused() {
    EnrichedArticle enriched = tagged(10 << 20);
    assertThat(enriched.enrichment().notes()).singleElement().asString().contains("1048576");
    assertThat(enriched.enrichment().codes(Tag.Kind.COUNTRY, Tag.Relation.ABOUT)).contains("RU");
    assertThat(enriched.article().text().body()).hasSize(10 << 20);
  }

  @Test
  void aTextOfOneMegabyteIsReadWholeAndSoSaysNothing() {
    assertThat(tagged(Enricher.MAX_TEXT_CHARS).enrichment().notes()).isEmpty();
  }
}
