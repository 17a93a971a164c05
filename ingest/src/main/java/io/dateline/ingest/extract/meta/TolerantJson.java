package io.dateline.ingest.extract.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Reads broken JSON as far as it goes: raw line breaks, stray quotes, missing or doubled commas,
 * CDATA and comments around it, an end that never comes. Only used when a real parser has given up.
 */
final class TolerantJson {

  private static final int MAX_DEPTH = 64;
  private static final char END = 0;

  private final String text;
  private int at;

  private TolerantJson(String text) {
    this.text = text;
  }

  /** What could be read; null when there is neither an object nor an array. */
  static @Nullable JsonNode read(String text) {
    TolerantJson reader = new TolerantJson(text);
    while (reader.at < text.length() && "{[".indexOf(text.charAt(reader.at)) < 0) {
      reader.at++;
    }
    if (text.startsWith("[CDATA[", reader.at)) {
      reader.at += 7;
      return read(text.substring(reader.at));
    }
    return reader.at < text.length() ? reader.value(0) : null;
  }

  private JsonNode value(int depth) {
    skipBlank();
    if (at >= text.length() || depth > MAX_DEPTH) {
      at = depth > MAX_DEPTH ? text.length() : at;
      return JsonNodeFactory.instance.nullNode();
    }
    char c = text.charAt(at);
    return switch (c) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"', '\'' -> JsonNodeFactory.instance.textNode(string(c));
      default -> bare();
    };
  }

  private ObjectNode object(int depth) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    at++;
    for (char c = next(); c != END; c = next()) {
      if (c == '}') {
        at++;
        break;
      }
      if (c == '"' || c == '\'') {
        String key = string(c);
        skipBlank();
        if (at < text.length() && text.charAt(at) == ':') {
          at++;
          node.set(key, value(depth + 1));
        }
      } else if (c == ']') {
        break;
      } else {
        at++;
      }
    }
    return node;
  }

  /** The next character that is not blank, still to be read; {@link #END} behind the last. */
  private char next() {
    skipBlank();
    return at < text.length() ? text.charAt(at) : END;
  }

  private ArrayNode array(int depth) {
    ArrayNode node = JsonNodeFactory.instance.arrayNode();
    at++;
    for (char c = next(); c != END; c = next()) {
      if (c == ']') {
        at++;
        break;
      }
      if (c == ',' || c == ':') {
        at++;
      } else if (c == '}') {
        break;
      } else {
        node.add(value(depth + 1));
      }
    }
    return node;
  }

  /** A string ends at a quote behind which JSON can go on; other quotes belong to it. */
  private String string(char quote) {
    StringBuilder out = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '\\' && at < text.length()) {
        escape(out);
      } else if (c == quote && endsHere()) {
        return out.toString();
      } else {
        out.append(c < ' ' ? ' ' : c);
      }
    }
    return out.toString();
  }

  private void escape(StringBuilder out) {
    char c = text.charAt(at++);
    switch (c) {
      case 'n', 'r', 't', 'b', 'f' -> out.append(' ');
      case 'u' -> {
        int code = hex();
        if (code >= 0) {
          out.append((char) code);
          at += 4;
        }
      }
      default -> out.append(c);
    }
  }

  private int hex() {
    if (at + 4 > text.length()) {
      return -1;
    }
    int code = 0;
    for (int i = at; i < at + 4; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      code = code * 16 + digit;
    }
    return code;
  }

  private boolean endsHere() {
    int i = at;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    if (i >= text.length()) {
      return true;
    }
    char c = text.charAt(i);
    if (c == ',') {
      return continues(i + 1);
    }
    return c == ':' || c == '}' || c == ']';
  }

  /** Behind a comma JSON goes on with a quote, a bracket, a digit or a literal. */
  private boolean continues(int from) {
    int i = from;
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i >= text.length() || "\"'{[}]-0123456789tfn".indexOf(text.charAt(i)) >= 0;
  }

  private JsonNode bare() {
    int start = at;
    while (at < text.length() && ",}]\n\"".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(start, at).strip();
    if (at == start) {
      at++;
    }
    return switch (word) {
      case "true" -> JsonNodeFactory.instance.booleanNode(true);
      case "false" -> JsonNodeFactory.instance.booleanNode(false);
      case "null", "" -> JsonNodeFactory.instance.nullNode();
      default -> JsonNodeFactory.instance.textNode(word);
    };
  }

  private void skipBlank() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c) || c == '\uFEFF') {
        at++;
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at);
        at = end < 0 ? text.length() : end + 2;
      } else if (text.startsWith("//", at)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end + 1;
      } else {
        return;
      }
    }
  }
}
