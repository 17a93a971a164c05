package io.dateline.ingest.extract.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.ingest.extract.field.TypeClassifier.PageType;
import org.junit.jupiter.api.Test;
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
    assertThat(type(page, words, headline)).isEqualTo(type);
  }

  private PageType type(FieldPage page, int words, String headline) {
    return classifier.classify(
        new TypeClassifier.Source(page.nodes(), page.metas(), page.page(), words, headline));
  }

  private PageType shaped(String head, String body) {
    return type(FieldPage.of(head, "<h1>Der Hafen am Abend</h1>" + body), 0, "Der Hafen am Abend");
  }

  @Test
  void aPageWithoutTextIsToldByItsShape() {
    String headline = "<h3><a href=/a>Zwei neue Fähren für die Insel</a></h3>";
    String link = "<li><a href=/a>Zwei neue Fähren für die Insel</a></li>";
    String picture = "<figure><img src=a.jpg><figcaption>Der Kran am Kai</figcaption></figure>";
    assertThat(shaped("", headline.repeat(5))).isEqualTo(PageType.INDEX);
    assertThat(shaped("", "<ul>" + link.repeat(15) + "</ul>")).isEqualTo(PageType.INDEX);
    assertThat(shaped("", "<nav>" + link.repeat(15) + "</nav>")).isEqualTo(PageType.ARTICLE);
    assertThat(shaped("", picture.repeat(5))).isEqualTo(PageType.GALLERY);
    assertThat(shaped("", "<video src=a.mp4></video>" + headline.repeat(5)))
        .isEqualTo(PageType.VIDEO);
    assertThat(shaped("<meta name=twitter:player content=https://a.example/p>", ""))
        .isEqualTo(PageType.VIDEO);
    assertThat(shaped("", headline.repeat(4))).isEqualTo(PageType.ARTICLE);
  }

  @Test
  void aShortReportBesideAListIsAnArticle() {
    String list = "<h3><a href=/a>Zwei neue Fähren für die Insel</a></h3>".repeat(20);
    assertThat(type(FieldPage.of("", list), 30, "Der Hafen am Abend")).isEqualTo(PageType.ARTICLE);
  }
}
