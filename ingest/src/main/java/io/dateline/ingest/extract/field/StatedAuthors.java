package io.dateline.ingest.extract.field;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.ingest.extract.meta.LdNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads whom JSON-LD names: nodes, references to nodes, or plain texts. */
final class StatedAuthors {

  /**
   * Who is named.
   *
   * @param person whether it is said to be a person
   */
  record Stated(String name, boolean person) {}

  private StatedAuthors() {}

  /** Those of one property of an article. */
  static List<Stated> read(LdNode article, String key, List<LdNode> nodes) {
    List<Stated> found = new ArrayList<>();
    for (LdNode author : article.nodes(key)) {
      String name = nameOf(author, nodes);
      if (name != null) {
        found.add(new Stated(name, author.types().contains("Person")));
      }
    }
    if (article.nodes(key).isEmpty()) {
      for (String text : article.texts(key)) {
        String name = text.contains("://") ? byId(text, nodes) : text;
        if (name != null) {
          found.add(new Stated(name, false));
        }
      }
    }
    return found;
  }

  private static @Nullable String nameOf(LdNode author, List<LdNode> nodes) {
    String name = author.text("name");
    String family = author.text("familyName");
    if (name == null && family != null) {
      String given = author.text("givenName");
      return given == null ? family : given + " " + family;
    }
    JsonNode id = author.json().get("@id");
    return name != null || id == null ? name : byId(id.asText(), nodes);
  }

  private static @Nullable String byId(String id, List<LdNode> nodes) {
    for (LdNode node : nodes) {
      JsonNode other = node.json().get("@id");
      if (other != null && other.asText().equals(id) && node.text("name") != null) {
        return node.text("name");
      }
    }
    return null;
  }
}
