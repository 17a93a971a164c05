package io.dateline.ingest.extract.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds scripts and their like in a page without parsing it. */
final class Scripts {

  /** Characters of scripts read of one page; more are left. */
  private static final int MAX_CHARS = 4_000_000;

  private Scripts() {}

  /**
   * A script's content.
   *
   * @param markup whether it is markup that a script puts into the page, not code or data
   */
  record Script(String content, boolean markup) {}

  /** The scripts in their order; those of JSON-LD are read elsewhere. */
  static List<Script> of(String html) {
    List<Script> scripts = new ArrayList<>();
    int chars = 0;
    int at = html.indexOf('<');
    while (at >= 0 && chars < MAX_CHARS) {
      String name = name(html, at);
      int open = name.isEmpty() ? -1 : html.indexOf('>', at);
      int end = open < 0 ? -1 : html.indexOf("</" + name, open);
      if (end > open + 1) {
        String tag = html.substring(at, open).toLowerCase(Locale.ROOT);
        boolean markup = !name.equals("script") || tag.contains("template") || tag.contains("html");
        int limit = Math.min(end, open + 1 + MAX_CHARS - chars);
        if (!tag.contains("ld+json")) {
          scripts.add(new Script(html.substring(open + 1, limit), markup));
          chars += limit - open;
        }
      }
      at = html.indexOf('<', end > open ? end : at + 1);
    }
    return scripts;
  }

  private static String name(String html, int at) {
    for (String name : List.of("script", "noscript", "template")) {
      if (html.startsWith(name, at + 1)) {
        return name;
      }
    }
    return "";
  }
}
