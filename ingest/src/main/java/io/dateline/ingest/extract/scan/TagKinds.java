package io.dateline.ingest.extract.scan;

import java.util.Set;
import java.util.stream.Collectors;

/** How the scanner treats each HTML element. */
final class TagKinds {

  private static final Set<String> SKIPPED =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "math",
          "iframe",
          "object",
          "applet",
          "button",
          "select",
          "textarea",
          "canvas",
          "audio",
          "video",
          "map",
          "datalist",
          "dialog",
          "menu",
          "noframes",
          "frameset",
          "progress",
          "meter",
          "input");

  private static final Set<String> BLOCKS =
      Set.of(
          "html",
          "body",
          "article",
          "section",
          "main",
          "div",
          "p",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "ul",
          "ol",
          "li",
          "dl",
          "dt",
          "dd",
          "table",
          "thead",
          "tbody",
          "tfoot",
          "tr",
          "td",
          "th",
          "caption",
          "blockquote",
          "pre",
          "figure",
          "figcaption",
          "header",
          "footer",
          "nav",
          "aside",
          "address",
          "form",
          "fieldset",
          "legend",
          "details",
          "summary",
          "hr",
          "center",
          "hgroup",
          "search",
          "picture",
          "label");

  /** Blocks that may stand in a line of text, where the space beside them is seen. */
  private static final Set<String> IN_LINE = Set.of("picture", "label", "search");

  private TagKinds() {}

  /** Blocks that always begin and end a line. */
  static Set<String> borders() {
    return BLOCKS.stream()
        .filter(tag -> !IN_LINE.contains(tag))
        .collect(Collectors.toUnmodifiableSet());
  }

  static boolean isSkipped(String tag) {
    return SKIPPED.contains(tag);
  }

  static boolean isBlock(String tag) {
    return BLOCKS.contains(tag);
  }

  /** Whether running text stands straight in it. */
  static boolean isTextual(String tag) {
    return isHeading(tag) || tag.equals("p") || tag.equals("li") || tag.equals("td");
  }

  /** Whether it is one of {@code h1} to {@code h6}. */
  static boolean isHeading(String tag) {
    return tag.length() == 2
        && tag.charAt(0) == 'h'
        && tag.charAt(1) >= '1'
        && tag.charAt(1) <= '6';
  }
}
