package io.dateline.ingest.extract.scan;

/** Counts words. */
public final class Words {

  /** Whether each ASCII character is a letter or digit. */
  private static final boolean[] ASCII = ascii();

  private Words() {}

  private static boolean[] ascii() {
    boolean[] words = new boolean[0x80];
    for (char c = 0; c < words.length; c++) {
      words[c] = Character.isLetterOrDigit(c);
    }
    return words;
  }

  /** Words of a text: runs of letters or digits; a CJK character is a word by itself. */
  public static int count(String text) {
    int words = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80 ? ASCII[c] : Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        if (isCjk(c)) {
          words++;
          inside = false;
        } else if (!inside) {
          words++;
          inside = true;
        }
      } else if (c != '\'' && c != '’') {
        inside = false;
      }
    }
    return words;
  }

  /** Whether a character belongs to a script written without spaces. */
  public static boolean isCjk(char c) {
    return c >= 0x2E80
        && ((c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF) || (c >= 0xF900 && c <= 0xFAFF));
  }
}
