package io.dateline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.enrich.Enricher;
import io.dateline.enrich.Enrichers;
import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.Enrichment;
import io.dateline.model.Tag;
import io.dateline.model.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Accuracy of language, country and topic tags on articles with truth: runs the stages of {@code
 * dateline enrich} over each set that {@code tag-floors.tsv} names and prints the README's table.
 */
public final class TagGate {

  private static final String FLOORS = "tag-floors.tsv";
  private static final Map<String, String> SAME_LANGUAGE = Map.of("nb", "no", "nn", "no");

  private final ObjectMapper json = new ObjectMapper();
  private final Enricher enricher = Enrichers.standard();
  private final Path sets;
  private final Map<String, List<Item>> read = new LinkedHashMap<>();

  /** A gate over the sets in a folder. */
  public TagGate(Path sets) {
    this.sets = sets;
  }

  /** One line of the floors file. */
  record Floor(
      String set, String slice, String predicted, String measure, double floor, String reach) {}

  /** A line of the table. */
  record Result(Floor line, int articles, double measured) {

    boolean holds() {
      return measured >= line.floor();
    }

    String row() {
      return String.format(
          Locale.ROOT,
          "| %s%s | %s %s | %d | **%.3f** | %s | %s |",
          line.set(),
          "-".equals(line.slice()) ? "" : ", " + line.slice(),
          line.predicted(),
          line.measure(),
          articles,
          measured,
          line.reach(),
          line.floor());
    }
  }

  private record Item(JsonNode gold, Enrichment found) {}

  /**
   * {@code TagGate SETS [OUT]}: OUT gets predictions for the neutral scorer; exit 1 under a floor.
   */
  public static void main(String[] args) throws IOException {
    TagGate gate = new TagGate(Path.of(args[0]));
    boolean holds = gate.print(System.out);
    if (args.length > 1) {
      gate.write(Path.of(args[1]));
    }
    System.exit(holds ? 0 : 1);
  }

  /** Prints the table; whether every floor holds. */
  public boolean print(PrintStream out) throws IOException {
    out.println("| set | measure | articles | measured | reach | floor |");
    out.println("|---|---|---|---|---|---|");
    boolean holds = true;
    for (Floor line : floors()) {
      Result result = score(line);
      out.println(result.row() + (result.holds() ? "" : " UNDER THE FLOOR"));
      holds &= result.holds();
    }
    return holds;
  }

  private static List<Floor> floors() throws IOException {
    List<Floor> floors = new ArrayList<>();
    try (var in = Objects.requireNonNull(TagGate.class.getResourceAsStream(FLOORS), FLOORS);
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#") && !line.isBlank()) {
          String[] c = line.split("\t", -1);
          floors.add(new Floor(c[0], c[1], c[2], c[3], Double.parseDouble(c[4]), c[5]));
        }
      }
    }
    return floors;
  }

  private Result score(Floor line) throws IOException {
    TagScore score = new TagScore();
    int articles = 0;
    for (Item item : items(line.set())) {
      if (inSlice(item.gold(), line.slice())) {
        String field = truthField(line.predicted());
        score.add(
            truth(item.gold(), field),
            codes(item.gold().path(field + "_opt")),
            predicted(item.found(), line.predicted()));
        articles++;
      }
    }
    return new Result(line, articles, score.measure(line.measure()));
  }

  private static boolean inSlice(JsonNode gold, String slice) {
    int equals = slice.indexOf('=');
    return equals < 0
        || gold.path(slice.substring(0, equals)).asText().equals(slice.substring(equals + 1));
  }

  private static String truthField(String predicted) {
    return switch (predicted) {
      case "about", "mentioned" -> "countries";
      case "language" -> "lang";
      case "topics" -> "topics";
      default -> throw new IllegalArgumentException("unknown prediction '" + predicted + "'");
    };
  }

  private static Set<String> truth(JsonNode gold, String field) {
    JsonNode truth = gold.path(field);
    return truth.isArray() ? codes(truth) : Set.of(truth.asText());
  }

  private static Set<String> codes(JsonNode array) {
    Set<String> codes = new LinkedHashSet<>();
    array.forEach(code -> codes.add(code.asText().replace("medtop:", "")));
    return codes;
  }

  private static Set<String> predicted(Enrichment found, String what) {
    return switch (what) {
      case "language" ->
          Set.of(
              SAME_LANGUAGE.getOrDefault(found.language().primary(), found.language().primary()));
      case "about" -> Set.copyOf(found.codes(Tag.Kind.COUNTRY, Tag.Relation.ABOUT));
      case "mentioned" -> countries(found);
      case "topics" -> topTopics(found);
      default -> throw new IllegalArgumentException("unknown prediction '" + what + "'");
    };
  }

  private static Set<String> countries(Enrichment found) {
    Set<String> codes = new LinkedHashSet<>(found.codes(Tag.Kind.COUNTRY, Tag.Relation.ABOUT));
    codes.addAll(found.codes(Tag.Kind.COUNTRY, Tag.Relation.MENTIONS));
    return codes;
  }

  /** Topics of the first level: their codes end in six zeros. */
  private static Set<String> topTopics(Enrichment found) {
    Set<String> codes = new LinkedHashSet<>();
    for (Tag tag : found.tags()) {
      if (tag.kind() == Tag.Kind.TOPIC && tag.code().endsWith("000000")) {
        codes.add(tag.code());
      }
    }
    return codes;
  }

  private List<Item> items(String set) throws IOException {
    List<Item> items = read.get(set);
    if (items == null) {
      items = new ArrayList<>();
      for (String line : Files.readAllLines(sets.resolve(set + ".jsonl"))) {
        JsonNode gold = json.readTree(line);
        items.add(new Item(gold, enricher.tag(article(gold)).enrichment()));
      }
      read.put(set, items);
    }
    return items;
  }

  private static Article article(JsonNode gold) {
    Text text = Text.of(gold.path("title").asText(""), gold.path("body").asText(""));
    ArticleUri uri = new ArticleUri("https://example.org/" + gold.path("id").asText());
    return Article.builder(uri, text).build();
  }

  /** Writes what was predicted for the sets scored so far. */
  private void write(Path out) throws IOException {
    Files.createDirectories(out);
    for (Map.Entry<String, List<Item>> set : read.entrySet()) {
      boolean mentions = set.getKey().matches("countries-(lgl|trnews|geovirus|geowebnews)");
      List<String> lines = new ArrayList<>();
      for (Item item : set.getValue()) {
        ObjectNode node = json.createObjectNode().put("id", item.gold().path("id").asText());
        node.put("lang", item.found().language().primary());
        var array = node.putArray("countries");
        predicted(item.found(), mentions ? "mentioned" : "about").forEach(array::add);
        topTopics(item.found()).forEach(node.putArray("topics")::add);
        lines.add(node.toString());
      }
      Files.write(out.resolve(set.getKey() + ".jsonl"), lines);
    }
  }
}
