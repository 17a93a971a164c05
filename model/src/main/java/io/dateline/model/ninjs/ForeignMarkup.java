package io.dateline.model.ninjs;

import java.util.regex.Pattern;

/** Plain text out of the well-formed markup that other producers put into ninjs bodies. */
final class ForeignMarkup {

  private static final Pattern BLOCK_END =
      Pattern.compile("(?i)</(p|h[1-6]|li|blockquote|div|tr|figcaption)>|<br\\s*/?>\\s*<br\\s*/?>");
  private static final Pattern LINE_BREAK = Pattern.compile("(?i)<br\\s*/?>");
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern SPACES = Pattern.compile("[ \\t\\r\\n]+");

  private ForeignMarkup() {}

  static String toPlain(String markup) {
    String text = SPACES.matcher(markup).replaceAll(" ");
    text = BLOCK_END.matcher(text).replaceAll("\n\n");
    text = LINE_BREAK.matcher(text).replaceAll("\n");
    return TAG.matcher(text)
        .replaceAll("")
        .replace("&nbsp;", "\u00a0")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
        .strip();
  }
}
