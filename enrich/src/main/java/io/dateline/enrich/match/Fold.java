package io.dateline.enrich.match;

import java.text.Normalizer;

/**
 * Folds characters for comparison: lower case, and Latin letters without their marks ("É" is "e",
 * "ß" is "ss"). Marks of other scripts carry meaning and stay.
 */
public final class Fold {

  private static final int LATIN_END = 0x250;
  private static final int LATIN_ADDITIONAL = 0x1E00;
  private static final int LATIN_ADDITIONAL_END = 0x1F00;
  private static final char SOFT_HYPHEN = '\u00AD';
  private static final char[][] LATIN = table(0, LATIN_END);
  private static final char[][] ADDITIONAL = table(LATIN_ADDITIONAL, LATIN_ADDITIONAL_END);
  private static final char[] NOTHING = {};

  private Fold() {}

  private static char[][] table(int from, int to) {
    char[][] folded = new char[to - from][];
    for (int c = from; c < to; c++) {
      folded[c - from] = latin((char) c).toCharArray();
    }
    return folded;
  }

  private static String latin(char c) {
    return switch (c) {
      case 'ß', 'ẞ' -> "ss";
      case 'æ', 'Æ' -> "ae";
      case 'œ', 'Œ' -> "oe";
      case 'ø', 'Ø' -> "o";
      case 'ł', 'Ł' -> "l";
      case 'đ', 'Đ', 'ð', 'Ð' -> "d";
      case 'þ', 'Þ' -> "th";
      case 'ı', 'İ' -> "i";
      case SOFT_HYPHEN -> "";
      default -> {
        String base = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
        yield String.valueOf(Character.toLowerCase(base.charAt(0)));
      }
    };
  }

  /** Folds one UTF-16 unit into none, one or two; the array is shared and must not be changed. */
  static char[] expand(char c) {
    if (c < LATIN_END) {
      return LATIN[c];
    }
    if (c >= LATIN_ADDITIONAL && c < LATIN_ADDITIONAL_END) {
      return ADDITIONAL[c - LATIN_ADDITIONAL];
    }
    return isIgnorable(c) ? NOTHING : new char[] {Character.toLowerCase(c)};
  }

  /** Combining marks of the Latin kind and Arabic vowel signs, which writers leave out. */
  private static boolean isIgnorable(char c) {
    return (c >= 0x300 && c < 0x370)
        || (c >= 0x64B && c < 0x653)
        || c == 0x640
        || (c >= 0x200B && c < 0x2010);
  }

  /** The hash of a folded run of characters; equal for all that fold to the same. */
  static long hash(CharSequence text, int start, int end) {
    long hash = 0xcbf29ce484222325L;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c < 'A') {
        hash = c == '.' ? hash : step(hash, c);
      } else if (c >= 'a' && c <= 'z') {
        hash = step(hash, c);
      } else if (c >= LATIN_ADDITIONAL_END || (c >= LATIN_END && c < LATIN_ADDITIONAL)) {
        hash = isIgnorable(c) ? hash : step(hash, Character.toLowerCase(c));
      } else {
        for (char folded : expand(c)) {
          hash = step(hash, folded);
        }
      }
    }
    return hash ^ (hash >>> 32);
  }

  private static long step(long hash, char c) {
    return (hash ^ c) * 0x100000001b3L;
  }
}
