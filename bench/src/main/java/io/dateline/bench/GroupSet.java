package io.dateline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dateline.model.Article;
import io.dateline.model.ArticleUri;
import io.dateline.model.CopyGroup;
import io.dateline.model.Dates;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * A set of real articles whose true clusters are known.
 *
 * @param name of the set
 * @param cluster what is taken for a cluster in it
 * @param items in order of time, or of the file where there is none
 */
record GroupSet(String name, Cluster cluster, List<Item> items) {

  /** All sets, smallest texts last. */
  static final List<String> NAMES = List.of("synthwire", "dpa", "ecbplus", "uci", "parallel");

  private static final String FLOORS = "group-floors.properties";

  /**
   * What is a cluster: for edited copies the copy group; for events the story; across languages the
   * story, taken together with the best of the related stories that it names.
   */
  enum Cluster {
    COPIES,
    STORIES,
    RELATED;

    /** As it is printed. */
    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** An article, its true cluster, and its time. */
  record Item(String truth, Article article, Instant at) {}

  /** What was answered for an article. */
  record Answer(CopyGroup copies, StoryRef story) {}

  /** Floors and kinds of clusters of all sets. */
  static Properties floors() throws IOException {
    Properties floors = new Properties();
    try (InputStream in =
        Objects.requireNonNull(GroupSet.class.getResourceAsStream(FLOORS), FLOORS)) {
      floors.load(in);
    }
    return floors;
  }

  /** Reads a set from the folder of the sets. */
  static GroupSet read(Path folder, String name) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<Item> items = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("dups-" + name + ".jsonl"))) {
      items.add(item(json.readTree(line)));
    }
    items.sort(Comparator.comparing(Item::at));
    return new GroupSet(name, Cluster.valueOf(floors().getProperty(name + ".cluster")), items);
  }

  private static Item item(JsonNode node) {
    Instant at = time(node);
    Article article =
        Article.builder(
                new ArticleUri("urn:set:" + node.get("id").asText()),
                Text.of(node.path("title").asText(""), node.path("body").asText("")))
            .language(LanguageTag.UNKNOWN)
            .dates(new Dates(null, at.atOffset(ZoneOffset.UTC)))
            .build();
    return new Item(node.get("cluster").asText(), article, at);
  }

  private static Instant time(JsonNode node) {
    if (node.has("ts")) {
      return Instant.ofEpochMilli(node.get("ts").asLong());
    }
    return node.has("date")
        ? OffsetDateTime.parse(node.get("date").asText()).toInstant()
        : Instant.EPOCH;
  }

  /** The true clusters of items. */
  static List<String> truth(List<Item> items) {
    return items.stream().map(Item::truth).toList();
  }

  /** The clusters that answers make, in the order of the answers. */
  List<String> clusters(List<Answer> answers) {
    List<String> ids = new ArrayList<>();
    Map<String, String> same = new HashMap<>();
    for (Answer answer : answers) {
      ids.add(cluster == Cluster.COPIES ? answer.copies.id() : answer.story.id());
      if (cluster == Cluster.RELATED) {
        answer.story.related().stream()
            .filter(r -> r.rel().equals(StoryRef.Related.RELATED))
            .limit(1)
            .forEach(r -> same.put(root(same, r.id()), root(same, answer.story.id())));
      }
    }
    return ids.stream().map(id -> root(same, id)).toList();
  }

  private static String root(Map<String, String> same, String id) {
    String at = id;
    for (String up = same.get(at); up != null && !up.equals(at); up = same.get(at)) {
      at = up;
    }
    return at;
  }
}
