package io.dateline.model;

import java.util.Locale;

/**
 * Something that stood in the text and was taken out.
 *
 * @param kind what it is
 * @param text the words, cut at {@value #MAX_CHARS} UTF-16 units
 */
public record Removal(Kind kind, String text) {

  /** Longest text kept, in UTF-16 units. */
  public static final int MAX_CHARS = 500;

  /** What was taken out. */
  public enum Kind {
    /** A picture's caption. */
    CAPTION,
    /** A picture's or the text's credit. */
    CREDIT,
    /** The place line. */
    DATELINE,
    /** The author line. */
    BYLINE,
    /** The closing initials or agency. */
    SIGN_OFF,
    /** The line above the headline. */
    KICKER,
    /** Newsletter, related links, consent and other text that is not the article. */
    BOILERPLATE,
    /** A correction note, kept as edNote. */
    CORRECTION;

    /** Lower case with hyphens. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Cuts the text. */
  public Removal {
    text = text.length() <= MAX_CHARS ? text : cut(text);
  }

  private static String cut(String text) {
    int end = Character.isHighSurrogate(text.charAt(MAX_CHARS - 1)) ? MAX_CHARS - 1 : MAX_CHARS;
    return text.substring(0, end);
  }
}
