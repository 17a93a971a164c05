package io.dateline.enrich.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.enrich.Enrichers;
import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

class TagReportTest {

  @Test
  void marksTheEvidenceAndEscapesTheRest() {
    Text text = Text.of("Syrien <script>alert(1)</script>", "Die Armee & Russland \"rücken\" vor.");
    Article article = Article.builder(new ArticleUri("https://example.org/1"), text).build();
    String page = TagReport.html(List.of(Enrichers.standard().tag(article)));
    assertThat(page)
        .contains("<mark class=\"country\">Syrien<sup>Syria</sup></mark>")
        .contains("<mark class=\"country\">Russland<sup>Russia</sup></mark>")
        .contains("&lt;script&gt;")
        .doesNotContain("<script>");
  }
}
