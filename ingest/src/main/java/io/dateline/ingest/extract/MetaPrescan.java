package io.dateline.ingest.extract;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the encoding that a {@code meta} tag declares, before the page is parsed ("prescan a byte
 * stream to determine its encoding", HTML Standard 13.2.3.2), looking a little further than
 * browsers do.
 */
final class MetaPrescan {

  /** How far to look, bytes. Real heads carry the tag late. */
  static final int MAX_BYTES = 16 * 1024;

  private final String text;
  private int at;

  private MetaPrescan(String text) {
    this.text = text;
  }

  /** The declared encoding's name, or null. */
  static @Nullable String find(byte[] bytes) {
    int length = Math.min(bytes.length, MAX_BYTES);
    return new MetaPrescan(new String(bytes, 0, length, StandardCharsets.ISO_8859_1)).scan();
  }

  private @Nullable String scan() {
    while (at < text.length()) {
      int open = text.indexOf('<', at);
      if (open < 0) {
        return null;
      }
      at = open;
      if (text.startsWith("<!--", at)) {
        int end = text.indexOf("-->", at + 2);
        at = end < 0 ? text.length() : end + 3;
      } else if (isMeta()) {
        at += 6;
        String found = meta();
        if (found != null) {
          return found;
        }
      } else if (isTagOpen()) {
        skipTag();
      } else if (isBogus()) {
        int end = text.indexOf('>', at);
        at = end < 0 ? text.length() : end + 1;
      } else {
        at++;
      }
    }
    return null;
  }

  private boolean isMeta() {
    return text.regionMatches(true, at + 1, "meta", 0, 4)
        && at + 5 < text.length()
        && (isSpace(text.charAt(at + 5)) || text.charAt(at + 5) == '/');
  }

  private boolean isTagOpen() {
    int next = at + 1 < text.length() && text.charAt(at + 1) == '/' ? at + 2 : at + 1;
    return next < text.length() && isLetter(text.charAt(next));
  }

  private boolean isBogus() {
    return at + 1 < text.length() && "!/?".indexOf(text.charAt(at + 1)) >= 0;
  }

  private void skipTag() {
    while (at < text.length() && !isSpace(text.charAt(at)) && text.charAt(at) != '>') {
      at++;
    }
    while (attribute() != null) {
      // attributes of other tags do not matter, but their quotes do
    }
  }

  private @Nullable String meta() {
    boolean pragma = false;
    boolean needPragma = false;
    String charset = null;
    String[] pair = attribute();
    while (pair != null) {
      switch (pair[0]) {
        case "http-equiv" -> pragma |= pair[1].equalsIgnoreCase("content-type");
        case "charset" -> {
          charset = pair[1];
          needPragma = false;
        }
        case "content" -> {
          String inside = fromContent(pair[1]);
          if (charset == null && inside != null) {
            charset = inside;
            needPragma = true;
          }
        }
        default -> {}
      }
      pair = attribute();
    }
    if (charset == null || (needPragma && !pragma)) {
      return null;
    }
    String name = EncodingLabels.canonical(charset);
    return name != null && name.startsWith("utf-16") ? "utf-8" : name;
  }

  private static @Nullable String fromContent(String content) {
    String lower = content.toLowerCase(Locale.ROOT);
    int from = 0;
    while (true) {
      int found = lower.indexOf("charset", from);
      if (found < 0) {
        return null;
      }
      int i = skipSpace(content, found + 7);
      if (i < content.length() && content.charAt(i) == '=') {
        return value(content, skipSpace(content, i + 1));
      }
      from = found + 7;
    }
  }

  private static @Nullable String value(String content, int start) {
    if (start >= content.length()) {
      return null;
    }
    char quote = content.charAt(start);
    if (quote == '"' || quote == '\'') {
      int end = content.indexOf(quote, start + 1);
      return end < 0 ? null : content.substring(start + 1, end);
    }
    int end = start;
    while (end < content.length() && !isSpace(content.charAt(end)) && content.charAt(end) != ';') {
      end++;
    }
    return content.substring(start, end);
  }

  private static int skipSpace(String s, int from) {
    int i = from;
    while (i < s.length() && isSpace(s.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Next attribute as lower-case name and value; null at the end of the tag. */
  private String @Nullable [] attribute() {
    while (at < text.length() && (isSpace(text.charAt(at)) || text.charAt(at) == '/')) {
      at++;
    }
    if (at >= text.length() || text.charAt(at) == '>') {
      at = Math.min(at + 1, text.length());
      return null;
    }
    int start = at++;
    while (at < text.length() && "=/> \t\n\f\r".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String name = text.substring(start, at).toLowerCase(Locale.ROOT);
    at = skipSpace(text, at);
    if (at >= text.length() || text.charAt(at) != '=') {
      return new String[] {name, ""};
    }
    at = skipSpace(text, at + 1);
    return new String[] {name, attributeValue()};
  }

  private String attributeValue() {
    if (at >= text.length()) {
      return "";
    }
    char quote = text.charAt(at);
    int start = at;
    if (quote == '"' || quote == '\'') {
      int end = text.indexOf(quote, at + 1);
      at = end < 0 ? text.length() : end + 1;
      return end < 0 ? "" : text.substring(start + 1, end);
    }
    while (at < text.length() && !isSpace(text.charAt(at)) && text.charAt(at) != '>') {
      at++;
    }
    return text.substring(start, at);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
