package io.dateline.ingest.extract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.model.Paragraph;
import io.dateline.model.Reason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages whose text stands only in the data of their scripts. */
class StateTextTest {

  private static final String URL = "https://www.harbournews.example/town/ferries";
  private static final String TITLE = "Two new ferries will serve the island from March";
  private static final String TEASER =
      "The council has found the money for two ferries, which replace the old ship in spring.";
  private static final List<String> LINES =
      List.of(
          "The island gets two new ferries next year, the council decided on Monday evening after"
              + " a debate that had lasted for most of the winter and part of the autumn.",
          "The first is to arrive in March, as soon as the harbour wall stands again and the crane"
              + " that was damaged by the storm has been mended and tested by the engineers.",
          "Until then the old ship goes on, although its engine has failed three times this year"
              + " and its captain says that he would rather not rely on it for another season.",
          "Money for both ships comes from the state and from a loan that islanders pay back over"
              + " twenty years, in part with every ticket that they buy at the counter.");

  private final ArticleExtractor extractor = new ArticleExtractor();

  private ExtractResult read(String body) {
    String html =
        "<html lang=\"en\"><head><title>"
            + TITLE
            + "</title><meta property=\"og:type\" content=\"article\">"
            + "<meta property=\"og:description\" content=\""
            + TEASER
            + "\"></head><body><h1>"
            + TITLE
            + "</h1>"
            + body
            + "</body></html>";
    return extractor.extract(PageBytes.of(html.getBytes(UTF_8), URL));
  }

  private List<String> text(String body) {
    return paragraphs(body).stream().map(Paragraph::text).toList();
  }

  private List<Paragraph> paragraphs(String body) {
    ExtractResult result = read(body);
    assertThat(result).isInstanceOf(ExtractResult.Extracted.class);
    return ((ExtractResult.Extracted) result).article().text().paragraphs();
  }

  private static String markup() {
    StringBuilder html = new StringBuilder();
    LINES.forEach(line -> html.append("<p>").append(line).append("</p>"));
    return html.toString();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("</", "<\\/") + '"';
  }

  @Test
  void markupInAnAssignedObjectIsTheText() {
    String state =
        "{\"props\":{\"story\":{\"id\":7,\"html\":" + quoted(markup()) + "}},\"x\":undefined}";
    assertThat(
            text(
                "<div id=app></div><script>var a=f({});window.__STATE__ = " + state + ";</script>"))
        .isEqualTo(LINES);
  }

  @Test
  void jsonInsideAStringIsReadOnceMore() {
    String inner = "{\"story\":{\"body\":" + quoted(markup()) + "}}";
    assertThat(text("<script>load(JSON.parse(" + quoted(inner) + "))</script>")).isEqualTo(LINES);
  }

  @Test
  void escapedMarkupInATypedScriptIsUnescaped() {
    String escaped = markup().replace("<", "&lt;").replace(">", "&gt;");
    String json = "{\"story\":" + quoted(escaped) + "}";
    assertThat(text("<script type=\"application/json\">" + json + "</script>")).isEqualTo(LINES);
  }

  @Test
  void aListOfBlocksKeepsItsHeadingsAndPieces() {
    List<String> blocks = new ArrayList<>();
    for (String line : LINES) {
      int cut = line.indexOf(' ', 40);
      blocks.add(
          "{\"type\":\"paragraph\",\"children\":[{\"type\":\"text\",\"text\":"
              + quoted(line.substring(0, cut))
              + "},{\"type\":\"text\",\"marks\":[\"bold\"],\"text\":"
              + quoted(line.substring(cut))
              + "}]}");
    }
    blocks.add(1, "{\"type\":\"heading\",\"children\":[{\"text\":\"The wall comes first\"}]}");
    blocks.add(3, "{\"type\":\"image\",\"url\":\"https://www.harbournews.example/a.jpg\"}");
    List<Paragraph> found =
        paragraphs("<script>window.page={\"content\":[" + String.join(",", blocks) + "]}</script>");
    assertThat(found).hasSize(LINES.size() + 1);
    assertThat(found.get(1))
        .isEqualTo(new Paragraph(Paragraph.Kind.SUBHEAD, "The wall comes first"));
    assertThat(found.get(0).text()).isEqualTo(LINES.get(0));
  }

  @Test
  void rowsOfServerComponentsAreReadByTheirLength() {
    String rest = "b:[\"$\",\"div\",null,{\"className\":\"story\",\"children\":\"$a\"}]\n";
    String all = markup() + rest;
    String body =
        "<script>self.__next_f=self.__next_f||[]</script>"
            + "<script>self.__next_f.push([1,"
            + quoted("a:T" + Integer.toHexString(markup().getBytes(UTF_8).length) + ",")
            + "])</script><script>self.__next_f.push([1,"
            + quoted(all)
            + "])</script>";
    assertThat(text(body)).isEqualTo(LINES);
  }

  @Test
  void aTemplateOrWhatIsShownWithoutScriptsIsTheText() {
    assertThat(text("<div><script type='text/template'>" + markup() + "</script></div>"))
        .isEqualTo(LINES);
    assertThat(text("<div><noscript>" + markup() + "</noscript></div>")).isEqualTo(LINES);
  }

  @Test
  void plainLinesBecomeParagraphsAndPlacesForAdvertisementsGo() {
    String plain = String.join("\\n\\n", LINES).replace("evening", "evening$$AD_1$$");
    assertThat(text("<script>init({\"body\":\"" + plain + "\"})</script>")).isEqualTo(LINES);
  }

  @Test
  void whatThePageShowsIsNotReplaced() {
    String other = markup().replace("island", "mainland");
    String state = "<script>window.s={\"html\":" + quoted(other) + "}</script>";
    assertThat(text("<article>" + markup() + "</article>" + state)).isEqualTo(LINES);
  }

  @Test
  void textOfAnotherArticleIsNotTaken() {
    String other =
        "<p>"
            + "Apples were cheaper this week, and pears kept what they cost. ".repeat(12)
            + "</p>";
    ExtractResult result = read("<script>window.s={\"html\":" + quoted(other) + "}</script>");
    assertThat(result)
        .isInstanceOfSatisfying(
            ExtractResult.Dropped.class,
            dropped -> assertThat(dropped.rejection().reason()).isEqualTo(Reason.NO_BODY));
  }

  @Test
  void listOfOtherArticlesIsNoText() {
    List<String> teasers = new ArrayList<>();
    for (String line : LINES) {
      teasers.add("{\"title\":\"Ferries\",\"url\":\"/a\",\"text\":" + quoted(line) + "}");
    }
    String state = "<script>window.s={\"related\":[" + String.join(",", teasers) + "]}</script>";
    assertThat(read(state)).isInstanceOf(ExtractResult.Dropped.class);
  }

  @Test
  void codeAndEndlessNestingAreGivenUp() {
    String deep = "[".repeat(20_000);
    String code = "if(a={b:1}){f(function(){return '{'})} ".repeat(2_000);
    assertThat(read("<script>" + code + "</script><script>s=" + deep + "</script>"))
        .isInstanceOf(ExtractResult.Dropped.class);
  }
}
