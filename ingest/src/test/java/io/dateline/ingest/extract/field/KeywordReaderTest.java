package io.dateline.ingest.extract.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeywordReaderTest {

  private static List<String> read(String head, String body) {
    return read(FieldPage.of(head, body), Integer.MAX_VALUE);
  }

  private static List<String> read(FieldPage page, int end) {
    return new KeywordReader()
        .read(
            new KeywordReader.Source(
                page.page(),
                page.metas(),
                page.article(),
                page.site(),
                FieldPage.URL,
                "Die neue Brücke ist offen",
                new KeywordReader.Span(0, Math.min(end, page.page().blocks().size()))));
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

  @Test
  void ofTwoListsOfTopicLinksTheOneThatTheArticleNamesWins() {
    String body =
        "<p>Die Werft baut am Hafen eine Fähre.</p>"
            + "<ul><li><a href=/tag/werft>Werft</a><li><a href=/tag/faehre>Fähre (12)</a></ul>"
            + "<ul><li><a href=/tag/auto>Auto</a><li><a href=/tag/garten>Garten</a>"
            + "<li><a href=/tag/kino>Kino</a><li><a href=/tag/wetter>Wetter</a></ul>";
    assertThat(read(FieldPage.of("", body), 1)).containsExactly("Werft", "Fähre");
  }

  @Test
  void categoriesStandBackBehindTags() {
    String body =
        "<p>Rund um den Hafen: die Werft.</p>"
            + "<ul><li><a rel='category tag' href=/a>Hafen</a><li><a rel='category tag' href=/b>Werft"
            + "</a></ul><ul><li><a rel=tag href=/c>Werft</a></ul>";
    assertThat(read("", body)).containsExactly("Werft");
  }

  @Test
  void wordsOfTheWholeSiteGiveWayToTopicLinksThatTheArticleNames() {
    String head = "<meta name=keywords content='Auto, Kino, Garten, Wetter, Reise, Leser'>";
    String body = "<p>Die Werft</p><ul><li><a href=/thema/werft>Werft</a></ul>";
    assertThat(read(head, body)).containsExactly("Werft");
  }

  @Test
  void linksBehindTheBodyThatAreCalledWhatTheySayServeToo() {
    FieldPage page =
        FieldPage.of(
            "",
            "<p>Die Fähre liegt bei Max Müller im Hafen.</p><ul><li><a"
                + " href=/lokales/max-mueller/>Max Müller</a><li><a href=/lokales/hafen/>Hafen</a>"
                + "</ul><ul><li><a href=/abo/123>Jetzt lesen</a></ul>");
    assertThat(read(page, 1)).containsExactly("Max Müller", "Hafen");
  }

  @Test
  void whereSubjectsAreLabelledOnlyTheyAreMeant() {
    String head =
        FieldPage.ld(
            "{\"@type\":\"NewsArticle\",\"headline\":\"x\",\"keywords\":"
                + "[\"Day: Friday\",\"Medium\",\"Subject: Ships\",\"Subject: Trade\"]}");
    assertThat(read(head, "<p>x</p>")).containsExactly("Ships", "Trade");
  }

  @Test
  void aListOfWiresIsNoListOfSubjects() {
    String head =
        "<meta name=keywords content='Ships, North State Wire, General news, Port news, n'>";
    assertThat(read(head, "<p>x</p>")).containsExactly("Ships");
    assertThat(read("<meta name=keywords content='Ships, Port news'>", "<p>x</p>"))
        .containsExactly("Ships", "Port news");
  }

  @ParameterizedTest
  @CsvSource({
    "<footer>,</footer>,false",
    "<div id=footer-links>,</div>,false",
    "<div class='row site-footer'>,</div>,false",
    "<article><footer>,</footer></article>,true",
    "<main><div class=footer>,</div></main>,true",
    "<div class=footer>,</div>,true",
    "<div class=entry-footer>,</div>,true"
  })
  void linksAtTheFootOfTheSiteAreNoKeywords(String open, String close, boolean read) {
    String links = "<ul><li><a href=/thema/werft/>Werft</a></ul>";
    FieldPage page = FieldPage.of("", "<p>Die Werft am Hafen.</p>" + open + links + close);
    assertThat(read(page, 1)).isEqualTo(read ? List.of("Werft") : List.of());
    String called = links.replace("/thema/werft/", "/lokales/werft/");
    FieldPage named = FieldPage.of("", "<p>Die Werft am Hafen.</p>" + open + called + close);
    assertThat(read(named, 1)).isEqualTo(read ? List.of("Werft") : List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/motcle/werft/",
        "/aiheet/werft/",
        "/onderwerpen/werft",
        "/search/label/werft",
        "/etiket/werft",
        "/emne/werft",
        "/temat/werft",
        "/tagged/werft",
        "/tag/werft"
      })
  void topicPagesLieUnderTheirWordInManyLanguages(String address) {
    assertThat(read("", "<p>Text</p><div><a href=" + address + ">Kran</a></div>"))
        .containsExactly("Kran");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "news_keywords", "sailthru.tags", "parsely-tags", "DC.subject", "dcterms:subject",
        "rnews:keywords", "article_keywords", "bt:keywords", "citation_keywords", "page-topic"
      })
  void aTagThatContentSystemsWriteNamesKeywords(String name) {
    assertThat(read("<meta name='" + name + "' content='Brücke, Werft'>", "<p>x</p>"))
        .containsExactly("Brücke", "Werft");
  }
}
