package io.dateline.app.demo;

import io.dateline.app.demo.Sample.Block;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small pieces of HTML and XML. */
final class Markup {

  private Markup() {}

  /** Text made safe for HTML and XML, in elements and attributes. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** An element, or nothing when there is no text for it. */
  static String element(String tag, String attributes, @Nullable String text) {
    if (text == null) {
      return "";
    }
    String open = attributes.isEmpty() ? tag : tag + " " + attributes;
    return "<" + open + ">" + escape(text) + "</" + tag + ">\n";
  }

  /** A meta element, or nothing. */
  static String meta(String key, String name, @Nullable String content) {
    return content == null
        ? ""
        : "<meta " + key + "=\"" + name + "\" content=\"" + escape(content) + "\">\n";
  }

  /** All blocks, list items gathered in lists. */
  static String blocks(List<Block> body) {
    StringBuilder out = new StringBuilder();
    boolean inList = false;
    for (Block block : body) {
      boolean item = block instanceof Sample.Item;
      out.append(item && !inList ? "<ul>\n" : !item && inList ? "</ul>\n" : "");
      inList = item;
      out.append(
          switch (block) {
            case Sample.Text text -> element("p", "", text.words());
            case Sample.Subhead head -> element("h2", "", head.words());
            case Sample.Item one -> element("li", "", one.words());
            case Sample.Quote quote ->
                "<blockquote>" + element("p", "", quote.words()) + "</blockquote>\n";
          });
    }
    return out.append(inList ? "</ul>\n" : "").toString();
  }

  /** The words of a block. */
  static String words(Block block) {
    return switch (block) {
      case Sample.Text text -> text.words();
      case Sample.Subhead head -> head.words();
      case Sample.Item item -> item.words();
      case Sample.Quote quote -> quote.words();
    };
  }
}
