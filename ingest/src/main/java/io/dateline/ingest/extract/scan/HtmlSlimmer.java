package io.dateline.ingest.extract.scan;

/**
 * Leaves out of a page what no reader sees and no rule reads, before it is parsed: scripts other
 * than JSON-LD, style sheets, drawings and comments. They are more than half of most pages, and
 * parsing is the dearest step.
 */
public final class HtmlSlimmer {

  private static final String[] RAW = {"script", "style", "noscript", "svg", "iframe"};

  private final String html;
  private final StringBuilder out;
  private int at;
  private int copied;

  private HtmlSlimmer(String html) {
    this.html = html;
    this.out = new StringBuilder(html.length() / 2 + 16);
  }

  /** The page without the raw elements; the same string when there are none. */
  public static String slim(String html) {
    return new HtmlSlimmer(html).run();
  }

  private String run() {
    at = html.indexOf('<');
    while (at >= 0 && at + 1 < html.length()) {
      char next = html.charAt(at + 1);
      if (next == '!' && html.startsWith("<!--", at)) {
        cutTo(endOf("-->", at + 4));
      } else if (isLetter(next)) {
        tag();
      } else {
        at++;
      }
      at = html.indexOf('<', at);
    }
    if (copied == 0) {
      return html;
    }
    return out.append(html, copied, html.length()).toString();
  }

  private void tag() {
    for (String name : RAW) {
      if (isTag(name)) {
        raw(name);
        return;
      }
    }
    at = tagEnd(at + 1);
  }

  private boolean isTag(String name) {
    int end = at + 1 + name.length();
    if (!html.regionMatches(true, at + 1, name, 0, name.length()) || end >= html.length()) {
      return false;
    }
    char c = html.charAt(end);
    return c == '>' || c == '/' || c <= ' ';
  }

  private void raw(String name) {
    int open = tagEnd(at + 1);
    boolean kept = name.equals("script") && isJsonLd(at, open);
    boolean empty = name.equals("svg") && open >= 2 && html.charAt(open - 2) == '/';
    int end = empty ? open : closing(name, open);
    if (kept) {
      at = end;
    } else {
      cutTo(end);
    }
  }

  private boolean isJsonLd(int from, int to) {
    return html.indexOf("ld+json", from, to) >= 0;
  }

  /** One behind the closing tag; the end of the page when it never comes. */
  private int closing(String name, int from) {
    int i = from;
    while (true) {
      i = html.indexOf("</", i);
      if (i < 0) {
        return html.length();
      }
      if (html.regionMatches(true, i + 2, name, 0, name.length())) {
        return endOf(">", i + 2 + name.length());
      }
      i += 2;
    }
  }

  private int endOf(String mark, int from) {
    int found = html.indexOf(mark, Math.min(from, html.length()));
    return found < 0 ? html.length() : found + mark.length();
  }

  /** One behind the tag's {@code >}; quoted attribute values may hold that sign. */
  private int tagEnd(int from) {
    int i = from;
    while (i < html.length()) {
      char c = html.charAt(i);
      if (c == '>') {
        return i + 1;
      }
      if (c == '=') {
        i = valueEnd(i + 1);
      } else {
        i++;
      }
    }
    return html.length();
  }

  private int valueEnd(int from) {
    int i = from;
    while (i < html.length() && html.charAt(i) <= ' ') {
      i++;
    }
    if (i >= html.length()) {
      return i;
    }
    char quote = html.charAt(i);
    if (quote != '"' && quote != '\'') {
      return i;
    }
    int end = html.indexOf(quote, i + 1);
    return end < 0 ? html.length() : end + 1;
  }

  private void cutTo(int end) {
    out.append(html, copied, at);
    copied = end;
    at = end;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
