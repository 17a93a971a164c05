package io.dateline.model;

/** Keeps out what neither UTF-8 nor PostgreSQL can hold. */
public final class CleanText {

  private static final char REPLACEMENT = '\uFFFD';

  private CleanText() {}

  /** The text with NUL and unpaired surrogates replaced by U+FFFD; its length stays the same. */
  public static String of(String text) {
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      char c = chars[i];
      boolean plain = c != 0 && c < Character.MIN_SURROGATE;
      if (!plain && isBad(text, i)) {
        return replaceFrom(text, i);
      }
    }
    return text;
  }

  private static String replaceFrom(String text, int first) {
    StringBuilder clean = new StringBuilder(text);
    for (int i = first; i < text.length(); i++) {
      if (isBad(text, i)) {
        clean.setCharAt(i, REPLACEMENT);
      }
    }
    return clean.toString();
  }

  private static boolean isBad(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }
    return c == 0;
  }
}
