package io.dateline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dateline.enrich.Enricher;
import io.dateline.enrich.Enrichers;
import io.dateline.enrich.story.Grouper;
import io.dateline.enrich.story.Grouping;
import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.Dates;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.LanguageTag;
import io.dateline.model.StoryRef;
import io.dateline.model.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;

/**
 * Scores copies and stories on sets of real articles through the stages of {@code dateline enrich},
 * prints the table of the README and fails when a figure is below its floor.
 *
 * <p>What is a cluster: for edited copies the copy group; for events the story; across languages
 * the story, taken together with the best of the related stories that it names.
 *
 * <p>Arguments: the folder of the sets; {@code --mixed} adds the mean of ten other arrival orders.
 */
public final class GroupGate {

  private static final String FLOORS = "group-floors.properties";
  private static final int ORDERS = 10;

  private enum Cluster {
    COPIES,
    STORIES,
    RELATED
  }

  private record Item(String truth, Article article, Instant at) {}

  private final Enricher enricher = Enrichers.standard();
  private final Map<Item, EnrichedArticle> tagged = new HashMap<>();

  private GroupGate() {}

  /** Scores all sets. */
  public static void main(String[] args) throws IOException {
    GroupGate gate = new GroupGate();
    Properties floors = floors();
    boolean mixed = List.of(args).contains("--mixed");
    boolean fine = true;
    System.out.println("| set | cluster | BCubed F1 | ARI | false pairs | floors |");
    System.out.println("|---|---|---|---|---|---|");
    for (String set : List.of("synthwire", "dpa", "ecbplus", "uci", "parallel")) {
      List<Item> items = read(Path.of(args[0], "dups-" + set + ".jsonl"));
      Cluster cluster = Cluster.valueOf(floors.getProperty(set + ".cluster"));
      fine &= print(set, cluster, gate.score(items, cluster), floors);
      if (mixed) {
        gate.printMixed(set, items, cluster);
      }
    }
    if (!fine) {
      System.out.println("a figure is below its floor");
      System.exit(1);
    }
  }

  private static Properties floors() throws IOException {
    Properties floors = new Properties();
    try (InputStream in =
        Objects.requireNonNull(GroupGate.class.getResourceAsStream(FLOORS), FLOORS)) {
      floors.load(in);
    }
    return floors;
  }

  private static boolean print(String set, Cluster cluster, ClusterScore score, Properties floors) {
    double f1 = Double.parseDouble(floors.getProperty(set + ".f1"));
    double ari = Double.parseDouble(floors.getProperty(set + ".ari"));
    long pairs = Long.parseLong(floors.getProperty(set + ".false-pairs"));
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %.3f | %.3f | %d | %.3f / %.3f / %d |%n",
        set,
        cluster.name().toLowerCase(Locale.ROOT),
        score.bcubedF1(),
        score.ari(),
        score.falsePairs(),
        f1,
        ari,
        pairs);
    return score.bcubedF1() >= f1 && score.ari() >= ari && score.falsePairs() <= pairs;
  }

  private void printMixed(String set, List<Item> items, Cluster cluster) {
    double f1 = 0;
    double ari = 0;
    for (int order = 0; order < ORDERS; order++) {
      List<Item> mixed = new ArrayList<>(items);
      Collections.shuffle(mixed, new Random(order));
      ClusterScore score = score(mixed, cluster);
      f1 += score.bcubedF1() / ORDERS;
      ari += score.ari() / ORDERS;
    }
    System.out.printf(
        Locale.ROOT, "| %s, mean of %d orders | | %.3f | %.3f | | |%n", set, ORDERS, f1, ari);
  }

  private ClusterScore score(List<Item> items, Cluster cluster) {
    Grouper grouper = Grouper.inMemory();
    List<String> truth = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    Map<String, String> same = new HashMap<>();
    for (Item item : items) {
      EnrichedArticle article = tagged.computeIfAbsent(item, i -> enricher.tag(i.article));
      Grouping grouping =
          grouper.group(
              article.article(),
              article.enrichment().tags(),
              article.enrichment().language(),
              item.at);
      truth.add(item.truth);
      ids.add(cluster == Cluster.COPIES ? grouping.copies().id() : grouping.story().id());
      if (cluster == Cluster.RELATED) {
        grouping.story().related().stream()
            .filter(r -> r.rel().equals(StoryRef.Related.RELATED))
            .limit(1)
            .forEach(r -> same.put(root(same, r.id()), root(same, grouping.story().id())));
      }
    }
    return ClusterScore.of(truth, ids.stream().map(id -> root(same, id)).toList());
  }

  private static String root(Map<String, String> same, String id) {
    String at = id;
    for (String up = same.get(at); up != null && !up.equals(at); up = same.get(at)) {
      at = up;
    }
    return at;
  }

  private static List<Item> read(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<Item> items = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode node = json.readTree(line);
      Instant at = time(node);
      Article article =
          Article.builder(
                  new ArticleUri("urn:set:" + node.get("id").asText()),
                  Text.of(node.path("title").asText(""), node.path("body").asText("")))
              .language(LanguageTag.UNKNOWN)
              .dates(new Dates(null, at.atOffset(ZoneOffset.UTC)))
              .build();
      items.add(new Item(node.get("cluster").asText(), article, at));
    }
    items.sort(Comparator.comparing(Item::at));
    return items;
  }

  private static Instant time(JsonNode node) {
    if (node.has("ts")) {
      return Instant.ofEpochMilli(node.get("ts").asLong());
    }
    return node.has("date")
        ? OffsetDateTime.parse(node.get("date").asText()).toInstant()
        : Instant.EPOCH;
  }
}
