package io.dateline.serve.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dateline.model.Article;
import io.dateline.model.CleanText;
import io.dateline.model.Paragraph;
import io.dateline.model.Text;
import io.dateline.serve.LineExtension;
import io.dateline.serve.Samples;
import io.dateline.serve.ServedLine;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Hostile strings: as text they come out as they went in, as questions they do no harm. */
@ExtendWith(LineExtension.class)
class StringsTest {

  private static final JsonMapper JSON = new JsonMapper();

  /** Numbers of these articles, which no other test uses; their dates are long ago. */
  private static final int FIRST = -200_000;

  private static final int KEPT = FIRST - 1;

  private final ServedLine line;

  StringsTest(ServedLine line) {
    this.line = line;
  }

  private static List<String> strings() throws IOException {
    Path cases = Path.of(System.getProperty("dateline.shared"), "eval/robust/strings/cases.jsonl");
    Assumptions.assumeTrue(Files.exists(cases), "no " + cases + ": hostile strings not tested");
    List<String> strings = new ArrayList<>();
    for (String text : Files.readAllLines(cases)) {
      String hostile = JSON.readTree(text).at("/in/text").asText();
      if (!hostile.isBlank()) {
        strings.add(hostile);
      }
    }
    assertThat(strings).hasSizeGreaterThan(900);
    return strings;
  }

  @Test
  void theyComeOutAsTheyWentIn() throws Exception {
    List<Article> articles = new ArrayList<>();
    for (String hostile : strings()) {
      Article plain = Samples.article(FIRST + articles.size(), "en", hostile, "placeholder");
      Text text = new Text(hostile, hostile, hostile, List.of(Paragraph.of(hostile)));
      articles.add(plain.toBuilder().text(text).build());
    }
    line.publish(
        articles.stream().map(article -> Samples.enriched(article, "en", List.of())).toList());
    for (Article article : articles) {
      JsonNode stored = stored(article);
      String headline = article.text().headline();
      assertThat(headline).isEqualTo(CleanText.of(headline));
      assertThat(stored.at("/headlines/0/value").asText()).isEqualTo(headline);
      assertThat(stored.at("/bodies/0/value").asText()).isEqualTo(article.text().body());
    }
    line.erase(articles);
    for (Article article : articles) {
      ServedLine.await(() -> line.get(path(article)).statusCode() == 404);
    }
  }

  @Test
  void asQuestionsTheyAreAnsweredOrRefused() throws Exception {
    Article kept = Samples.article(KEPT, "en", "A harbour opens", "It stays.");
    line.publish(Samples.enriched(kept, "en", List.of()));
    JsonNode before = stored(kept);
    for (String hostile : strings()) {
      String question = URLEncoder.encode(hostile, UTF_8);
      for (String parameter : List.of("q", "source")) {
        String path = "/api/v1/articles?" + parameter + "=" + question;
        assertThat(line.get(path).statusCode()).as(path).isIn(200, 400, 414);
      }
    }
    assertThat(stored(kept)).isEqualTo(before);
    line.erase(List.of(kept));
  }

  /** The partitions are stored in no order: the last may be there before others. */
  private JsonNode stored(Article article) throws Exception {
    AtomicReference<HttpResponse<String>> answer = new AtomicReference<>();
    ServedLine.await(() -> {
      answer.set(line.get(path(article)));
      return answer.get().statusCode() == 200;
    });
    return JSON.readTree(answer.get().body());
  }

  private static String path(Article article) {
    return "/api/v1/articles/" + article.uri().id();
  }
}
