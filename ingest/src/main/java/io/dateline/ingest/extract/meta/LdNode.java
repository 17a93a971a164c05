package io.dateline.ingest.extract.meta;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A typed node of JSON-LD, read leniently: one value where a list may stand, a text where an object
 * may.
 *
 * @param json an object with {@code @type}
 */
public record LdNode(JsonNode json) {

  private static final int MAX_LISTS = 3;

  /** Content systems escape what is escaped already: "&amp;#8230;". */
  private static final int MAX_ESCAPES = 2;

  /** Its types without their namespace. */
  public List<String> types() {
    List<String> types = new ArrayList<>();
    JsonNode type = json.get("@type");
    if (type != null && type.isArray()) {
      type.forEach(t -> types.add(local(t.asText())));
    } else if (type != null) {
      types.add(local(type.asText()));
    }
    return types;
  }

  private static String local(String type) {
    int cut = Math.max(type.lastIndexOf('/'), type.lastIndexOf(':'));
    return type.substring(cut + 1);
  }

  /** Whether the key has a value. */
  public boolean has(String key) {
    JsonNode value = json.get(key);
    return value != null && !value.isNull() && !(value.isTextual() && value.asText().isBlank());
  }

  /** First text of a key, entities resolved; null when there is none. */
  public @Nullable String text(String key) {
    List<String> texts = texts(key);
    return texts.isEmpty() ? null : texts.get(0);
  }

  /** All texts of a key. */
  public List<String> texts(String key) {
    List<String> out = new ArrayList<>();
    JsonNode value = json.get(key);
    if (value != null && value.isArray()) {
      value.forEach(v -> addText(v, out));
    } else if (value != null) {
      addText(value, out);
    }
    return out;
  }

  private static void addText(JsonNode value, List<String> out) {
    if (value.isObject()) {
      JsonNode inner = value.has("@value") ? value.get("@value") : value.get("name");
      if (inner != null && inner.isValueNode()) {
        addText(inner, out);
      }
    } else if (value.isValueNode() && !value.isNull()) {
      String text = clean(value.asText());
      if (!text.isEmpty()) {
        out.add(text);
      }
    }
  }

  /** The key's own objects, one or many. */
  public List<LdNode> nodes(String key) {
    List<LdNode> out = new ArrayList<>();
    JsonNode value = json.get(key);
    if (value != null) {
      addNodes(value, out, 0);
    }
    return out;
  }

  /** Lists within lists are read as one. */
  private static void addNodes(JsonNode value, List<LdNode> out, int depth) {
    if (value.isObject()) {
      out.add(new LdNode(value));
    } else if (value.isArray() && depth < MAX_LISTS) {
      value.forEach(v -> addNodes(v, out, depth + 1));
    }
  }

  /** The address a key refers to: a text, or the {@code @id} or {@code url} of an object. */
  public @Nullable String reference(String key) {
    JsonNode value = json.get(key);
    if (value == null) {
      return null;
    }
    if (value.isObject()) {
      JsonNode id = value.has("@id") ? value.get("@id") : value.get("url");
      return id == null ? null : id.asText();
    }
    return value.isTextual() ? value.asText() : null;
  }

  private static String clean(String raw) {
    String text = raw;
    for (int i = 0; i < MAX_ESCAPES && text.indexOf('&') >= 0; i++) {
      text = Parser.unescapeEntities(text, false);
    }
    return text.strip();
  }
}
