package io.dateline.ingest.extract.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlSlimmerTest {

  private static final String LINKS = "<a href=/a>A</a><a href=/b>B</a><li><a href=/c>C</a>";

  @Test
  void scriptsStylesAndCommentsGoButJsonLdStays() {
    String html =
        "<p>a</p><SCRIPT>if (1<2) document.write('</p>')</SCRIPT><!-- <p>no</p>"
            + " --><style>p{}</style><script"
            + " type=\"application/ld+json\">{\"a\":1}</script><p>b</p>";
    assertThat(slim(html))
        .isEqualTo("<p>a</p><script type=\"application/ld+json\">{\"a\":1}</script><p>b</p>");
  }

  @Test
  void aTagInsideAnAttributeIsNoTag() {
    String html = "<div title=\"<script>\">text</div><p>more</p>";
    assertThat(slim(html)).isEqualTo(html);
  }

  @Test
  void anUnclosedScriptEndsThePage() {
    assertThat(slim("<p>a</p><script>while(1)")).isEqualTo("<p>a</p>");
    assertThat(slim("a < b <")).isEqualTo("a < b <");
  }

  @Test
  void attributesThatNoRuleReadsGo() {
    assertThat(slim("<img srcset='a 1x, b 2x'src=a.jpg width=3 ALT=\"x > y\" data-n='{\"a\":1}'/>"))
        .isEqualTo("<img src=a.jpg  ALT=\"x > y\" />");
    assertThat(slim("<p onclick = \"f('>')\" CLASS=text hidden>a"))
        .isEqualTo("<p  CLASS=text hidden>a");
  }

  @Test
  void anAttributeThatNeverEndsStays() {
    assertThat(slim("<p title=\"never closed><p>text"))
        .isEqualTo("<p title=\"never closed><p>text");
    assertThat(slim("<p data-x=\"never closed>text")).isEqualTo("<p data-x=\"never closed>text");
  }

  @Test
  void aButtonGoesUnlessItIsNeverClosedOrHoldsAnother() {
    assertThat(slim("a<button class=x>Share <i>it</i></BUTTON >b")).isEqualTo("ab");
    assertThat(slim("<button>a<p>text")).isEqualTo("<button>a<p>text");
    assertThat(slim("<template><template>a</template></template>b"))
        .isEqualTo("<template></template>b");
  }

  @Test
  void linksToStyleSheetsGoAndTheCanonicalAddressStays() {
    assertThat(slim("<link rel=preload href='a>b'><LINK REL=Canonical HREF=/a>"))
        .isEqualTo("<LINK REL=Canonical HREF=/a>");
  }

  @Test
  void whiteSpaceBesideABlockGoesAndOneBetweenWordsStays() {
    assertThat(slim("<ul>\n <li>\n\t <a>one</a>\n\n<b>two</b> </li>\n<!-- x -->\n<li>c</ul>\n"))
        .isEqualTo("<ul><li><a>one</a>\n<b>two</b></li><li>c</ul>\n");
    assertThat(slim("<p>\n\t  a  b</p>\n\n\n<p>c")).isEqualTo("<p>\na  b</p><p>c");
    assertThat(slim("<i>a</i> <!-- x --> <i>b</i>")).isEqualTo("<i>a</i>  <i>b</i>");
    assertThat(slim("<label>a</label> <label>b</label>"))
        .isEqualTo("<label>a</label> <label>b</label>");
  }

  @Test
  void ofAMenuAboveTheArticleOnlyItsTagsStay() {
    for (String menu : List.of("nav class=top", "div id=mainNav", "ul class='x menu-top'")) {
      String name = menu.substring(0, 3).strip();
      String html = "<body><" + menu + ">" + LINKS + "</" + name + " ><h1>b</h1>";
      assertThat(slim(html)).isEqualTo("<body><" + menu + "></" + name + " ><h1>b</h1>");
    }
  }

  @Test
  void aMenuWithinAMenuGoesWithIt() {
    assertThat(slim("<div class=menu><div>" + LINKS + "</div><nav>" + LINKS + "</nav></div><p>b"))
        .isEqualTo("<div class=menu></div><p>b");
    assertThat(slim("<header class=nav><ul class=menu>" + LINKS + "</ul><h1>b</h1></header>"))
        .isEqualTo("<header class=nav><ul class=menu></ul><h1>b</h1></header>");
  }

  @Test
  void whereTheArticleBeganOnlyALongMenuGoes() {
    assertThat(slim("<h1>b</h1><nav>" + LINKS + "</nav>")).contains("/a");
    assertThat(slim("<h1>b</h1><nav>" + LINKS.repeat(3) + "</nav>")).endsWith("<nav></nav>");
  }

  @Test
  void whatMayBeTextOrHoldsTheArticleOrNeverEndsIsNoMenu() {
    String text = "a sentence that is longer than the names of pages in a menu ".repeat(4);
    for (String html :
        List.of(
            "<nav><a href=/a>A</a><a href=/b>B</a></nav>",
            "<nav>" + LINKS + "<h1>b</h1></nav>",
            "<nav>" + LINKS + "<p>b</nav>",
            "<nav>" + LINKS + text + "</nav>",
            "<div class=canvas>" + LINKS + "</div>",
            "<nav><nav>" + LINKS,
            "<nav>" + LINKS)) {
      assertThat(slim(html)).isEqualTo(html);
    }
    assertThat(slim("<nav>" + LINKS + "<script type=application/ld+json>{}</script></nav>"))
        .contains("/a", "{}");
  }

  @Test
  void aTableOfContentsAndLinksToTopicsAreNoMenu() {
    String contents = "<a href='#one'>One</a>".repeat(9);
    assertThat(slim("<nav>" + contents + "</nav>")).contains("One");
    String topics = "<a href=/thema/hafen>Hafen</a>".repeat(9);
    assertThat(slim("<h1>b</h1><nav>" + topics + "</nav>")).contains("Hafen");
    String buttons = "<a href='#'>More</a>".repeat(9);
    assertThat(slim("<nav>" + buttons + "</nav>")).isEqualTo("<nav></nav>");
  }

  @Test
  void startTagsThatStayAreCounted() {
    String html = "<nav>" + LINKS + "</nav><p>a<br>b<script>c</script><!-- <i> -->";
    assertThat(HtmlSlimmer.slim(html.getBytes(StandardCharsets.UTF_8)).tags()).isEqualTo(3);
  }

  @Test
  void fieldsOfFormsGo() {
    assertThat(slim("<form><input type=text value='a>b'><select><option>c</select>d</form>"))
        .isEqualTo("<form>d</form>");
  }

  @Test
  void bytesBeyondAsciiPassUnharmed() {
    byte[] shiftJis =
        "<p class=文>東京ソ表</p>".getBytes(java.nio.charset.Charset.forName("windows-31j"));
    assertThat(HtmlSlimmer.slim(shiftJis).bytes()).isEqualTo(shiftJis);
  }

  private static String slim(String html) {
    byte[] slim = HtmlSlimmer.slim(html.getBytes(StandardCharsets.UTF_8)).bytes();
    return new String(slim, StandardCharsets.UTF_8);
  }
}
