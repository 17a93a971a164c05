package io.dateline.ingest.extract.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeywordReaderTest {

  private static List<String> read(String head, String body) {
    FieldPage page = FieldPage.of(head, body);
    return new KeywordReader()
        .read(
            new KeywordReader.Source(
                page.page(),
                page.metas(),
                page.article(),
                page.site(),
                FieldPage.URL,
                "Die neue Brücke ist offen",
                new KeywordReader.Span(0, page.page().blocks().size())));
  }

  @Test
  void doublesNumbersAndTheSitesNameAreDropped() {
    String head =
        "<meta property=og:site_name content=Hafenblatt>"
            + "<meta name=keywords content='Brücke, Werft, brücke, 100312362, Hafenblatt'>";
    assertThat(read(head, "<p>x</p>")).containsExactly("Brücke", "Werft");
  }

  @Test
  void labelledKeywordsOfJsonLdKeepTheirCategoriesOnly() {
    String head =
        "<meta name=keywords content='Wine'>"
            + FieldPage.ld(
                "{\"@type\":\"NewsArticle\",\"headline\":\"x\",\"keywords\":[\"Category: Life\","
                    + "\"Wine\",\"NLP Entity: Canada\",\"98be933f-38cf-4fba-b6c6-ad438e82010a\"]}");
    assertThat(read(head, "<p>x</p>")).containsExactly("Life", "Wine");
  }

  @Test
  void linksToTopicPagesServeWhereThePageNamesNone() {
    String list =
        "<p>Text</p><div><a href=/thema/bruecke/>Brücken</a> <a href=/thema/werft/>Werft</a></div>";
    assertThat(read("", list)).containsExactly("Brücken", "Werft");
  }

  @Test
  void linksInASentenceAreNoKeywords() {
    String body =
        "<p>Am Montag hat die Stadt am <a href=/thema/hafen/>Hafen</a> nach langem Streit die neue"
            + " Brücke für alle geöffnet.</p>";
    assertThat(read("", body)).isEmpty();
  }
}
