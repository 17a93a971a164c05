package io.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.model.ninjs.Json;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipesTest {
  private static final String BODY =
      "Die Regierung in Warschau hat am Dienstag den Haushalt für das kommende Jahr beschlossen."
          + " Der polnische Finanzminister verteidigte die Ausgaben für das Militär.";

  @TempDir Path folder;

  private static String page(String body) {
    return "<html lang=de><head><title>Warschau beschließt Haushalt</title></head><body><article>"
        + "<h1>Warschau beschließt Haushalt</h1><p>"
        + body
        + "</p><p>"
        + body
        + "</p></article></body></html>";
  }

  private static String line(String id, String html) {
    ObjectNode node = Json.object();
    node.put("id", id).put("url", "https://example.org/" + id).put("html", html);
    return new String(Json.write(node), StandardCharsets.UTF_8) + "\n";
  }

  private static List<JsonNode> json(List<String> lines) throws Exception {
    List<JsonNode> nodes = new ArrayList<>();
    for (String line : lines) {
      nodes.add(Json.read(line.getBytes(StandardCharsets.UTF_8)));
    }
    return nodes;
  }

  @Test
  void pagesBecomeTaggedArticlesInOrderAndBadLinesAreRejectedInTheirPlace() throws Exception {
    String input = line("a", page(BODY)) + "{no json\n" + line("b", "") + line("c", page(BODY));
    Child extract = Child.run(folder, input, "extract", "--timing", "-");
    assertThat(extract.exit(java.time.Duration.ZERO)).isZero();
    List<JsonNode> pages = json(extract.out());
    assertThat(pages).hasSize(4);
    assertThat(pages.get(0).path("article").path("uri").asText())
        .isEqualTo("https://example.org/a");
    assertThat(pages.get(1).path("rejected").path("reason").asText()).isEqualTo("bad-json");
    assertThat(pages.get(1).path("rejected").path("detail").asText()).contains("line 2");
    assertThat(pages.get(2).path("rejected").path("reason").asText()).isEqualTo("empty");
    assertThat(pages.get(3).path("id").asText()).isEqualTo("c");
    assertThat(json(extract.err()).getLast().path("pages").asInt()).isEqualTo(4);

    Child enrich = Child.run(folder, String.join("\n", extract.out()), "enrich", "-");
    List<JsonNode> articles = json(enrich.out());
    assertThat(articles).hasSize(4);
    JsonNode first = articles.getFirst().path("article").path("enrichment");
    assertThat(first.path("language").asText()).isEqualTo("de");
    assertThat(first.path("countries").toString()).contains("PL");
    assertThat(articles.get(1)).isEqualTo(pages.get(1));
    assertThat(articles.get(3).path("article").path("enrichment").path("copyGroup").toString())
        .as("the second article is a copy of the first")
        .contains("https://example.org/a");
  }

  @Test
  void aReportShowsTheEvidenceOfEveryTagAndEscapesTheText() throws Exception {
    String input = line("a", page(BODY.replace("Dienstag", "&lt;script&gt;x&lt;/script&gt;")));
    Child extract = Child.run(folder, input, "extract", "-");
    Path report = folder.resolve("tags.html");
    String articles = String.join("\n", extract.out());
    assertThat(exit(articles, "enrich", "--report", report.toString(), "-")).isZero();
    assertThat(Files.readString(report))
        .contains("<mark class=\"country\">Warschau<sup>")
        .contains("&lt;script&gt;x")
        .doesNotContain("<script")
        .endsWith("</html>\n");
    assertThat(exit(articles, "enrich", "--report", folder.resolve("no/x.html").toString(), "-"))
        .isEqualTo(2);
  }

  @Test
  void tooMuchRejectedInputIsExitCodeOne() throws Exception {
    String input = line("a", page(BODY)) + line("b", "");
    assertThat(exit(input, "extract", "--max-rejected", "0", "-")).isEqualTo(1);
    assertThat(exit(input, "extract", "--max-rejected", "50%", "-")).isZero();
  }

  private int exit(String input, String... arguments) throws Exception {
    return Child.run(folder, input, arguments).exit(java.time.Duration.ZERO);
  }

  @Test
  void aWarcThatEndsEarlyGivesWhatWasReadableAndOneRejection() throws Exception {
    byte[] whole = Warcs.archive("https://example.org/whole", page(BODY));
    Path file = folder.resolve("cut.warc");
    byte[] twice = new byte[whole.length * 2 - 300];
    System.arraycopy(whole, 0, twice, 0, whole.length);
    System.arraycopy(whole, 0, twice, whole.length, whole.length - 300);
    Files.write(file, twice);
    Child extract = Child.run(folder, "", "extract", file.toString());
    List<JsonNode> lines = json(extract.out());
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0).path("article").path("uri").asText())
        .isEqualTo("https://example.org/whole");
    assertThat(lines.get(1).path("rejected").path("detail").asText()).contains("cut.warc");
  }
}
