package io.dateline.ingest.extract.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.ingest.extract.field.TypeClassifier.PageType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeClassifierTest {

  private final TypeClassifier classifier = new TypeClassifier();

  @ParameterizedTest
  @CsvSource({
    "LiveBlogPosting, article, 20, Der Tag am Hafen, LIVE_BLOG",
    "LiveBlogPosting, article, 0, Der Tag am Hafen, ARTICLE",
    "WebPage, video.other, 20, Die Fähre von innen, VIDEO",
    "VideoObject, website, 20, Die Fähre von innen, VIDEO",
    "VideoObject, website, 400, Die Fähre von innen, ARTICLE",
    "NewsArticle, video.other, 20, Die Fähre von innen, ARTICLE",
    "ImageGallery, website, 20, Bilder vom Hafen, GALLERY",
    "ItemList, website, 20, Alle Meldungen, INDEX",
    "CollectionPage, website, 400, Alle Meldungen, ARTICLE",
    "WebPage, website, 20, 404 Not Found, ERROR",
    "WebPage, website, 20, Seite nicht gefunden, ERROR",
    "WebPage, website, 20, Hafen am Abend, ARTICLE",
  })
  void aPageIsTold(String ld, String og, int words, String headline, PageType type) {
    FieldPage page =
        FieldPage.of(
            "<meta property=og:type content='"
                + og
                + "'>"
                + FieldPage.ld("{\"@type\":\"" + ld + "\"}"),
            "");
    assertThat(classifier.classify(page.nodes(), page.metas(), words, headline)).isEqualTo(type);
  }
}
