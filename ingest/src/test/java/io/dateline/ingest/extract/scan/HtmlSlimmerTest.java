package io.dateline.ingest.extract.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HtmlSlimmerTest {

  @Test
  void scriptsStylesAndCommentsGoButJsonLdStays() {
    String html =
        "<p>a</p><SCRIPT>if (1<2) document.write('</p>')</SCRIPT><!-- <p>no</p> --><style>p{}</style>"
            + "<script type=\"application/ld+json\">{\"a\":1}</script><p>b</p>";
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
  void aMenuAboveTheArticleGoes() {
    String menu = "<nav class=top><ul><li><a href=/a>A</a><!-- </nav> --></ul></nav >";
    assertThat(slim("<body>" + menu + "<h1>b</h1>")).isEqualTo("<body><h1>b</h1>");
  }

  @Test
  void aMenuStaysWhereTheArticleBeganAndWhenItHoldsOneOrNeverEnds() {
    for (String html :
        new String[] {
          "<h1>b</h1><nav>a</nav>",
          "<nav><h1>b</h1></nav>",
          "<nav><p>b</nav>",
          "<nav><nav>a</nav></nav>",
          "<nav><a>a</a>"
        }) {
      assertThat(slim(html)).contains("<nav>");
    }
    assertThat(slim("<nav>a<script type=application/ld+json>{}</script></nav>"))
        .contains("<nav>", "{}");
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
    assertThat(HtmlSlimmer.slim(shiftJis)).isEqualTo(shiftJis);
  }

  private static String slim(String html) {
    byte[] slim = HtmlSlimmer.slim(html.getBytes(StandardCharsets.UTF_8));
    return new String(slim, StandardCharsets.UTF_8);
  }
}
