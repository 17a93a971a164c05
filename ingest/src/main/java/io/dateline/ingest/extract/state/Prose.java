package io.dateline.ingest.extract.state;

import io.dateline.ingest.extract.scan.Words;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/** Texts in the data of scripts: markup, escaped markup, or plain lines. */
final class Prose {

  private static final Pattern TAG = Pattern.compile("<[^<>]{0,2000}>");
  private static final Pattern ELEMENT = Pattern.compile("</?(?:p|br|div|h[1-6]|li|b|i|em|a)\\b");

  /** Where a script puts advertisements and the like: {@code $$AD$$}, {@code [[video]]}. */
  private static final Pattern PLACE =
      Pattern.compile(
          "([$%#@])\\1[\\w .:/-]{1,40}\\1\\1|\\[\\[[^\\[\\]]{1,40}]]|\\{\\{[^{}]{1,40}}}");

  private static final int MIN_LETTERS = 4;

  private Prose() {}

  /** The text as markup: what is escaped is unescaped, what is plain is escaped. */
  static String markup(String text) {
    String bare = PLACE.matcher(text).replaceAll("");
    String raw = bare.indexOf('<') < 0 ? Parser.unescapeEntities(bare, false) : bare;
    return ELEMENT.matcher(raw).find() ? raw : Entities.escape(raw);
  }

  /** The same of a whole text, in which a line is a paragraph when there is no markup. */
  static String paragraphs(String text) {
    String markup = markup(text);
    if (markup.indexOf('<') >= 0) {
      return markup;
    }
    StringBuilder html = new StringBuilder();
    markup
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> html.append("<p>").append(line.strip()).append("</p>\n"));
    return html.toString();
  }

  static boolean isAddress(String text) {
    return text.indexOf(' ') < 0 && (text.startsWith("/") || text.contains("://"));
  }

  /** The words of markup. */
  static int words(String html) {
    return Words.count(TAG.matcher(html).replaceAll(" "));
  }

  /**
   * What a text can be known again by: its longer words, and pairs of neighbours in scripts written
   * without spaces or with endings grown on.
   */
  static Set<String> marks(String text) {
    String plain = TAG.matcher(text).replaceAll(" ");
    Set<String> marks = new HashSet<>();
    int start = 0;
    for (int i = 0; i <= plain.length(); i++) {
      char c = i < plain.length() ? plain.charAt(i) : ' ';
      boolean pair = Words.isCjk(c) && i > 0 && Words.isCjk(plain.charAt(i - 1));
      if (pair) {
        marks.add(plain.substring(i - 1, i + 1));
      }
      if (!Character.isLetterOrDigit(c) || Words.isCjk(c)) {
        if (i - start >= MIN_LETTERS) {
          marks.add(plain.substring(start, i).toLowerCase(java.util.Locale.ROOT));
        }
        start = i + 1;
      }
    }
    return marks;
  }
}
