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
  void oneSpaceBehindATagIsEnough() {
    assertThat(slim("<p>\n\t  a  b</p>\n\n\n<p>c")).isEqualTo("<p>\na  b</p>\n<p>c");
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
