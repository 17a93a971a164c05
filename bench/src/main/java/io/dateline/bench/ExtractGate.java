package io.dateline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dateline.ingest.extract.ArticleExtractor;
import io.dateline.ingest.extract.ExtractResult;
import io.dateline.ingest.extract.PageBytes;
import io.dateline.model.Article;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The accuracy gate of article extraction: scores every set of real pages and fails when a measure
 * falls below its floor in {@code extract-floors.properties}. Floors only rise.
 *
 * <p>Usage: {@code ExtractGate [SHARED]}; without the shared pages it says so and passes.
 */
public final class ExtractGate {

  private static final List<String> SETS =
      List.of("publishers", "fundus", "zyte", "trafilatura", "wcxb", "htmldate", "postlight");

  /** The scorer's arithmetic is not bit for bit that of the floors. */
  private static final double TOLERANCE = 0.0005;

  private final ArticleExtractor extractor = new ArticleExtractor();
  private final ObjectMapper mapper = new ObjectMapper();

  private ExtractGate() {}

  /** Runs the gate; exits 1 when a floor is broken. */
  public static void main(String[] args) throws IOException {
    Path shared = Path.of(args.length > 0 ? args[0] : "../shared").resolve("eval/extract");
    if (!Files.isDirectory(shared)) {
      System.out.println("extract gate: skipped, " + shared + " is not here");
      return;
    }
    List<String> broken = new ExtractGate().run(shared);
    broken.forEach(b -> System.err.println("extract gate: " + b));
    if (!broken.isEmpty()) {
      System.exit(1);
    }
  }

  private List<String> run(Path shared) throws IOException {
    Properties floors = floors();
    List<String> broken = new ArrayList<>();
    System.out.println("| set | pages | measures |\n|---|---|---|");
    for (String set : SETS) {
      report(set, "", shared, floors, broken);
      if (set.equals("publishers")) {
        report(set, "de", shared, floors, broken);
      }
    }
    return broken;
  }

  private void report(
      String set, String language, Path shared, Properties floors, List<String> broken)
      throws IOException {
    ExtractScores scores = new ExtractScores();
    ExtractScores oddHosts = new ExtractScores();
    ExtractScores evenHosts = new ExtractScores();
    int pages = 0;
    for (String line : Files.readAllLines(shared.resolve(set).resolve("truth.jsonl"))) {
      JsonNode truth = mapper.readTree(line);
      if (language.isEmpty() || truth.path("lang").asText().equals(language)) {
        ExtractScores.Found found = extract(shared.resolve(set), truth);
        scores.add(truth, found);
        boolean odd = (truth.path("site").asText().hashCode() & 1) == 1;
        (odd ? oddHosts : evenHosts).add(truth, found);
        pages++;
      }
    }
    String name = language.isEmpty() ? set : set + "-" + language;
    StringBuilder cells = new StringBuilder();
    for (Map.Entry<String, Double> total : scores.totals().entrySet()) {
      cells.append(String.format(Locale.ROOT, "%s %.3f  ", total.getKey(), total.getValue()));
      check(name + "." + total.getKey(), total.getValue(), floors, broken);
    }
    cells.append(halves(oddHosts.totals().get("f1"), evenHosts.totals().get("f1")));
    System.out.println("| " + name + " | " + pages + " | " + cells.toString().strip() + " |");
  }

  /**
   * Body F1 of the sites parted in two by name. Nothing is trained, so this is no held-out score:
   * it tells how much the figure owes to which sites happen to be in the set.
   */
  private static String halves(@Nullable Double odd, @Nullable Double even) {
    return odd == null || even == null
        ? ""
        : String.format(Locale.ROOT, "f1 by half of the sites %.3f/%.3f", odd, even);
  }

  /** For captions less is better. */
  private static void check(String key, double value, Properties floors, List<String> broken) {
    String floor = floors.getProperty(key);
    if (floor == null) {
      return;
    }
    double limit = Double.parseDouble(floor);
    boolean fails =
        key.endsWith("captions") ? value > limit + TOLERANCE : value < limit - TOLERANCE;
    if (fails) {
      broken.add(key + " is " + value + ", floor " + floor);
    }
  }

  private ExtractScores.Found extract(Path set, JsonNode truth) throws IOException {
    Path file = set.resolve("pages").resolve(truth.get("id").asText() + ".html.gz");
    byte[] bytes;
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      bytes = in.readAllBytes();
    }
    return switch (extractor.extract(PageBytes.of(bytes, truth.get("url").asText()))) {
      case ExtractResult.Extracted extracted -> found(extracted.article());
      case ExtractResult.Dropped _ -> ExtractScores.Found.NOTHING;
    };
  }

  /** The truths keep the dateline in the text and agencies among the authors; so it is put back. */
  static ExtractScores.Found found(Article article) {
    String body = article.text().body();
    if (article.dateline() != null) {
      body = article.dateline().raw() + " " + body;
    }
    String byline = article.credits().byline();
    return new ExtractScores.Found(
        article.text().headline(),
        body,
        byline == null ? List.of() : List.of(byline.split(", ")),
        article.dates().firstCreated() == null ? null : article.dates().firstCreated().toString(),
        article.keywords());
  }

  private static Properties floors() throws IOException {
    Properties floors = new Properties();
    try (InputStream in = ExtractGate.class.getResourceAsStream("/extract-floors.properties")) {
      if (in != null) {
        floors.load(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
      }
    }
    return floors;
  }
}
