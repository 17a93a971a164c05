package io.dateline.serve.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.Credits;
import io.dateline.model.Dateline;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.Image;
import io.dateline.model.Paragraph;
import io.dateline.model.Removal;
import io.dateline.model.Tag;
import io.dateline.model.Text;
import io.dateline.model.ninjs.EnrichedCodec;
import io.dateline.serve.LineExtension;
import io.dateline.serve.Samples;
import io.dateline.serve.ServedLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Hostile markup in every field that the page shows: nothing of it may run. */
@ExtendWith(LineExtension.class)
class XssTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int CHUNK = 100;

  /** Shows each article as a row and opened; returns what the DOM must not hold. */
  private static final String SHOW =
      """
      async (articles) => {
        const { showArticle } = await import('/js/article.js');
        const { row } = await import('/js/list.js');
        const found = [];
        const main = document.getElementById('main');
        for (const text of articles) {
          const article = JSON.parse(text);
          const pane = document.createElement('article');
          main.replaceChildren(row(article, 'created', article.title), pane);
          showArticle(pane, article);
          for (const element of main.querySelectorAll('*')) {
            if (/^(script|iframe|object|embed|img|svg|style|link|base|math)$/i.test(element.tagName)) {
              found.push(element.tagName + ' in ' + article.uri);
            }
            for (const attribute of element.attributes) {
              const bad = attribute.name.startsWith('on')
                || (/^(href|src|action|formaction|xlink:href)$/.test(attribute.name)
                  && !/^(https?:|#|\\/(?!\\/))/.test(attribute.value));
              if (bad) found.push(attribute.name + '=' + attribute.value + ' in ' + article.uri);
            }
          }
        }
        await new Promise((done) => setTimeout(done, 30));
        return found;
      }
      """;

  private final ServedLine line;

  XssTest(ServedLine line) {
    this.line = line;
  }

  @Test
  void markupInFieldsOfAnArticleIsShownAsTextAndNeverRuns() throws IOException {
    Path cases = Path.of(System.getProperty("dateline.shared"), "eval/robust/xss/cases.jsonl");
    Assumptions.assumeTrue(Files.exists(cases), "no " + cases + ": hostile markup is not tested");
    List<String> articles = new ArrayList<>();
    for (String text : Files.readAllLines(cases)) {
      String hostile = hostile(JSON.readTree(text).get("in"));
      if (!hostile.isBlank()) {
        articles.add(new String(EnrichedCodec.toJson(article(hostile, articles.size())), UTF_8));
      }
    }
    try (Browser browser = Browser.open()) {
      Page page = browser.page(line.uri(""), "en-GB", ColorScheme.LIGHT);
      page.navigate(line.uri("/#/search").toString());
      List<Object> found = new ArrayList<>();
      for (int i = 0; i < articles.size(); i += CHUNK) {
        List<String> chunk = articles.subList(i, Math.min(articles.size(), i + CHUNK));
        found.addAll((List<?>) page.evaluate(SHOW, chunk));
      }
      assertThat(articles).hasSizeGreaterThan(1_000);
      assertThat(found).isEmpty();
      assertThat(browser.complaints()).isEmpty();
      assertThat(browser.foreignRequests()).isEmpty();
    }
  }

  private static String hostile(JsonNode in) {
    JsonNode value = in.isTextual() ? in : in.elements().hasNext() ? in.elements().next() : in;
    return value.isTextual() ? value.asText() : in.toString();
  }

  private static EnrichedArticle article(String hostile, int number) {
    Article plain = Samples.article(number, "en", hostile, "placeholder");
    Text text = new Text(hostile, hostile, hostile, List.of(Paragraph.of(hostile)));
    Article article =
        plain.toBuilder()
            .uri(new ArticleUri("https://news.example/xss/" + number))
            .text(text)
            .credits(new Credits(hostile, List.of(hostile), List.of(hostile), hostile))
            .dateline(new Dateline(hostile, List.of(hostile), hostile, hostile, hostile))
            .images(List.of(new Image("javascript:alert(1)", hostile, hostile, List.of(hostile))))
            .keywords(List.of(hostile))
            .section(hostile)
            .edNote(hostile)
            .removed(List.of(new Removal(Removal.Kind.CAPTION, hostile)))
            .build();
    String words = hostile.strip().substring(0, 1);
    Tag tag = Samples.tag(article, Tag.Kind.TOPIC, "99999999", hostile, Tag.Relation.ABOUT, words);
    return Samples.enriched(article, "en", List.of(tag));
  }
}
