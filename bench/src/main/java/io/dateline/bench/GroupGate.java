package io.dateline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dateline.enrich.story.Grouper;
import io.dateline.enrich.story.Grouping;
import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.LanguageTag;
import io.dateline.model.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Scores copies and stories on sets of real articles; prints the table of the README. */
public final class GroupGate {

  private record Item(String id, String truth, Article article, LanguageTag lang, Instant at) {}

  private GroupGate() {}

  /** Scores all sets in a folder (first argument). */
  public static void main(String[] args) throws IOException {
    for (String set : List.of("synthwire", "dpa", "ecbplus", "uci", "parallel")) {
      List<Item> items = read(Path.of(args[0], "dups-" + set + ".jsonl"));
      score(set, items);
    }
  }

  private static void score(String set, List<Item> items) {
    Grouper grouper = Grouper.inMemory();
    List<String> truth = new ArrayList<>();
    List<String> copies = new ArrayList<>();
    List<String> stories = new ArrayList<>();
    Map<String, String> links = new HashMap<>();
    for (Item item : items) {
      Grouping g = grouper.group(item.article, List.of(), item.lang, item.at);
      truth.add(item.truth);
      copies.add(g.copies().id());
      stories.add(g.story().id());
      for (var r : g.story().related().stream().limit(1).toList()) {
        links.put(root(links, r.id()), root(links, g.story().id()));
      }
    }
    print(set, "copies", ClusterScore.of(truth, copies));
    print(set, "stories", ClusterScore.of(truth, stories));
    print(set, "linked", ClusterScore.of(truth, stories.stream().map(id -> root(links, id)).toList()));
  }

  private static String root(Map<String, String> links, String id) {
    String at = id;
    for (String up = links.get(at); up != null && !up.equals(at); up = links.get(at)) {
      at = up;
    }
    return at;
  }

  private static void print(String set, String what, ClusterScore s) {
    System.out.printf(
        "%-10s %-8s F1 %.3f ARI %.3f P %.3f R %.3f false %d%n",
        set, what, s.bcubedF1(), s.ari(), s.bcubedPrecision(), s.bcubedRecall(), s.falsePairs());
  }

  private static List<Item> read(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<Item> items = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode n = json.readTree(line);
      Article a =
          Article.builder(
                  new ArticleUri("urn:set:" + n.get("id").asText()),
                  Text.of(n.path("title").asText(""), n.path("body").asText("")))
              .build();
      items.add(
          new Item(
              n.get("id").asText(),
              n.get("cluster").asText(),
              a,
              new LanguageTag(n.get("lang").asText()),
              time(n)));
    }
    items.sort(Comparator.comparing(Item::at));
    return items;
  }

  private static Instant time(JsonNode n) {
    if (n.has("ts")) {
      return Instant.ofEpochMilli(n.get("ts").asLong());
    }
    return n.has("date") ? OffsetDateTime.parse(n.get("date").asText()).toInstant() : Instant.EPOCH;
  }
}
