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
import java.util.Set;

/**
 * The accuracy gate of article extraction: scores every set of real pages and fails when a measure
 * falls below its floor in {@code extract-floors.properties}. Floors only rise.
 *
 * <p>Usage: {@code ExtractGate [SHARED]}; without the shared pages it says so and passes.
 */
public final class ExtractGate {

  private static final List<String> SETS =
      List.of("publishers", "fundus", "zyte", "trafilatura", "wcxb", "htmldate", "postlight");

  /**
   * Measures shown by site; that of captions runs the other way, exact bodies say little of one.
   */
  private static final Set<String> BY_SITE =
      Set.of("f1", "title", "day", "authors", "topics", "snippets");

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
    StringBuilder sites = new StringBuilder();
    for (String set : SETS) {
      sites.append(report(set, "", shared, floors, broken));
      if (set.equals("publishers")) {
        sites.append(report(set, "de", shared, floors, broken));
      }
    }
    System.out.print(
        "\n| set | measure | sites | mean | as many drawn, 5\u201395 % | worst tenth |\n");
    System.out.print("|---|---|---|---|---|---|\n" + sites);
    return broken;
  }

  /** Prints and checks a set's totals; returns its rows of the table by site. */
  private String report(
      String set, String language, Path shared, Properties floors, List<String> broken)
      throws IOException {
    ExtractScores scores = new ExtractScores();
    SiteScores sites = new SiteScores();
    int pages = 0;
    for (String line : Files.readAllLines(shared.resolve(set).resolve("truth.jsonl"))) {
      JsonNode truth = mapper.readTree(line);
      if (language.isEmpty() || truth.path("lang").asText().equals(language)) {
        ExtractScores.Found found = extract(shared.resolve(set), truth);
        scores.add(truth, found);
        sites.add(truth, found);
        pages++;
      }
    }
    String name = language.isEmpty() ? set : set + "-" + language;
    StringBuilder cells = new StringBuilder();
    for (Map.Entry<String, Double> total : scores.totals().entrySet()) {
      cells.append(String.format(Locale.ROOT, "%s %.3f  ", total.getKey(), total.getValue()));
      check(name + "." + total.getKey(), total.getValue(), floors, broken);
    }
    System.out.println("| " + name + " | " + pages + " | " + cells.toString().strip() + " |");
    return bySite(name, sites);
  }

  /** Measures that a table by site shows. */
  private static String bySite(String name, SiteScores scores) {
    StringBuilder rows = new StringBuilder();
    scores
        .spreads()
        .forEach((measure, s) -> {
          if (BY_SITE.contains(measure)) {
            rows.append(
                String.format(
                    Locale.ROOT,
                    "| %s | %s | %d | %.3f | %.3f\u2013%.3f | %.3f |%n",
                    name,
                    measure,
                    s.sites(),
                    s.mean(),
                    s.low(),
                    s.high(),
                    s.worst()));
          }
        });
    return rows.toString();
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
    PageBytes page = PageBytes.of(PageFiles.read(file), truth.get("url").asText());
    return switch (extractor.extract(page)) {
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
