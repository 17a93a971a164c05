package io.dateline.ingest.extract.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Entities;

/**
 * Writes a list of blocks as markup, as editors and content systems keep them (ProseMirror, Slate,
 * Draft.js, Editor.js, Portable Text and their like): a block says its kind and holds its text, or
 * a list of pieces of text.
 */
final class BlockList {

  /** Names under which text or the pieces of it stand, in the order in which they are asked. */
  private static final List<String> TEXT =
      List.of("text", "value", "content", "html", "children", "data", "body", "attributes");

  private static final List<String> KIND =
      List.of("type", "kind", "tag", "name", "_type", "style", "nodeType", "__typename");

  /** What has both is an article by itself, or points to one. */
  private static final List<String> TITLE = List.of("title", "headline", "headlines");

  private static final List<String> ADDRESS =
      List.of("url", "link", "href", "slug", "canonical_url", "path", "uri", "permalink");

  private static final int MAX_DEPTH = 12;

  private BlockList() {}

  /** The markup of a list; empty when its elements are no blocks of one text. */
  static String html(JsonNode list) {
    StringBuilder html = new StringBuilder();
    int texts = 0;
    for (JsonNode block : list) {
      if (hasAny(block, TITLE) && hasAny(block, ADDRESS)) {
        return "";
      }
      String text = block.isArray() ? "" : text(block, 0).strip();
      if (!text.isEmpty()) {
        texts++;
        append(html, kind(block), text);
      }
    }
    return texts < 2 ? "" : html.toString();
  }

  private static boolean hasAny(JsonNode node, List<String> names) {
    return names.stream().anyMatch(node::has);
  }

  /** The kind becomes the element, or the name of one, which the rules for pages know. */
  private static void append(StringBuilder html, String kind, String text) {
    String tag = "p";
    if (kind.matches("h[1-6]|.*head(er|ing).*|sub-?(title|head)")) {
      tag = "h2";
    } else if (kind.matches("block-?quote|quote")) {
      tag = "blockquote";
    } else if (!kind.matches("p|.*(paragraph|text|unstyled|block|normal).*|")) {
      tag = "div";
    }
    html.append('<').append(tag);
    if (tag.equals("div")) {
      html.append(" class=\"").append(Entities.escape(kind)).append('"');
    }
    html.append('>').append(text).append("</").append(tag).append(">\n");
  }

  private static String kind(JsonNode block) {
    for (String name : KIND) {
      if (block.path(name).isTextual()) {
        return block.get(name).asText().toLowerCase(Locale.ROOT);
      }
    }
    return "";
  }

  /** The text of a block: pieces are put together as they are, they hold their own spaces. */
  private static String text(JsonNode node, int depth) {
    if (depth > MAX_DEPTH) {
      return "";
    }
    if (node.isTextual()) {
      return Prose.isAddress(node.asText()) ? "" : Prose.markup(node.asText());
    }
    if (node.isArray()) {
      StringBuilder text = new StringBuilder();
      node.forEach(piece -> text.append(text(piece, depth + 1)));
      return text.toString();
    }
    for (String name : TEXT) {
      String text = node.has(name) ? text(node.get(name), depth + 1) : "";
      if (!text.isBlank()) {
        return text;
      }
    }
    return "";
  }
}
