package io.dateline.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.model.CopyGroup;
import io.dateline.model.CopyGroup.Role;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.StoryRef;
import io.dateline.serve.LineExtension;
import io.dateline.serve.Samples;
import io.dateline.serve.ServedLine;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One wire text at three outlets: listed, searched and counted with and without its copies. */
@ExtendWith(LineExtension.class)
class CopiesApiTest {

  private static final String LANGUAGE = "fi";

  private final ServedLine line;

  CopiesApiTest(ServedLine line) {
    this.line = line;
  }

  @BeforeAll
  static void storeAWireTextAtThreeOutlets(ServedLine line) throws Exception {
    String first = Samples.article(80, LANGUAGE, "Meridian", "Laiva.").uri().value();
    for (int number = 80; number < 83; number++) {
      EnrichedArticle plain =
          Samples.enriched(
              Samples.article(number, LANGUAGE, "Meridian ajoi karille", "Laiva Tarvossa."),
              LANGUAGE,
              List.of());
      CopyGroup copies = new CopyGroup(first, number == 80 ? Role.FIRST : Role.COPY, 100);
      StoryRef story = new StoryRef("laiva", 100, List.of());
      line.store(new EnrichedArticle(plain.article(), plain.enrichment().grouped(copies, story)));
    }
  }

  private int found(String query) throws Exception {
    JsonNode articles = line.json("/api/v1/articles?lang=" + LANGUAGE + query).get("articles");
    return articles.size();
  }

  @Test
  void aListCanLeaveCopiesOut() throws Exception {
    assertThat(found("")).isEqualTo(3);
    assertThat(found("&copies=all")).isEqualTo(3);
    assertThat(found("&copies=first")).isEqualTo(1);
  }

  @Test
  void aSearchCanLeaveCopiesOut() throws Exception {
    ServedLine.await(() -> line.get("/api/v1/articles?lang=fi&q=meridian").body().contains("82"));

    assertThat(found("&q=meridian")).isEqualTo(3);
    assertThat(found("&q=meridian&copies=first")).isEqualTo(1);
  }

  @Test
  void countsTellBoth() throws Exception {
    JsonNode counts =
        line.json("/api/v1/counts?by=all&interval=day&lang=" + LANGUAGE).get("counts");

    assertThat(counts).hasSize(1);
    assertThat(counts.get(0).get("articles").asInt()).isEqualTo(3);
    assertThat(counts.get(0).get("withoutCopies").asInt()).isEqualTo(1);
  }

  @Test
  void countsCanLeaveCopiesOut() throws Exception {
    JsonNode counts =
        line.json("/api/v1/counts?interval=day&copies=first&lang=" + LANGUAGE).get("counts");

    assertThat(counts.get(0).get("articles").asInt()).isEqualTo(1);
  }
}
