package io.dateline.enrich.language;

/** Brings a text into the form the n-gram model was trained on. */
final class Reduce {

  private Reduce() {}

  /**
   * Lower case; addresses, digits and runs of white space become one space each; a letter is kept
   * at most twice in a row.
   *
   * @param most UTF-16 units of the result
   */
  static String text(String text, int most) {
    StringBuilder out = new StringBuilder(most);
    int at = 0;
    while (at < text.length() && out.length() < most) {
      char c = text.charAt(at);
      if (startsAddress(text, at)) {
        at = wordEnd(text, at);
        c = ' ';
      } else {
        at++;
      }
      append(out, Character.isDigit(c) || Character.isWhitespace(c) ? ' ' : c);
    }
    return out.toString();
  }

  private static void append(StringBuilder out, char c) {
    char small = Character.toLowerCase(c);
    int length = out.length();
    boolean space = small == ' ' && (length == 0 || out.charAt(length - 1) == ' ');
    boolean third =
        length > 1 && out.charAt(length - 1) == small && out.charAt(length - 2) == small;
    if (!space && !third) {
      out.append(small);
    }
  }

  private static boolean startsAddress(String text, int at) {
    char c = text.charAt(at);
    return c == '@'
        || (c == 'h' && (text.startsWith("http://", at) || text.startsWith("https://", at)))
        || (c == 'w' && text.startsWith("www.", at));
  }

  private static int wordEnd(String text, int from) {
    int at = from;
    while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
