package io.dateline.ingest.extract.scan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlSlimmerTest {

  @Test
  void scriptsStylesAndCommentsGoButJsonLdStays() {
    String html =
        "<p>a</p><SCRIPT>if (1<2) document.write('</p>')</SCRIPT><!-- <p>no</p> --><style>p{}</style>"
            + "<script type=\"application/ld+json\">{\"a\":1}</script><p>b</p>";
    assertThat(HtmlSlimmer.slim(html))
        .isEqualTo("<p>a</p><script type=\"application/ld+json\">{\"a\":1}</script><p>b</p>");
  }

  @Test
  void aTagInsideAnAttributeIsNoTag() {
    String html = "<div data-x=\"<script>\">text</div><p>more</p>";
    assertThat(HtmlSlimmer.slim(html)).isEqualTo(html);
  }

  @Test
  void anUnclosedScriptEndsThePage() {
    assertThat(HtmlSlimmer.slim("<p>a</p><script>while(1)")).isEqualTo("<p>a</p>");
    assertThat(HtmlSlimmer.slim("a < b <")).isEqualTo("a < b <");
  }
}
