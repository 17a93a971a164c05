package io.dateline.enrich.match;

import java.util.Arrays;

/**
 * A text cut into words, with the offsets of each in UTF-16 units.
 *
 * <p>A word is a run of letters, digits and marks. Hyphens and apostrophes part words ("US-Dollar",
 * "China's"), dots inside an abbreviation do not ("U.S." is one word and equals "US"). Han,
 * Hiragana, Thai, Lao, Khmer and Burmese characters, whose scripts write no spaces, are a word
 * each; a run of Katakana or Hangul is one.
 */
public final class Tokens {

  /** How a word is written. */
  public enum Shape {
    /** No letter with case. */
    NONE,
    /** Begins with a small letter. */
    LOWER,
    /** Begins with a capital and has small letters. */
    CAPITAL,
    /** Capitals only. */
    UPPER
  }

  private static final int CHARS_PER_TOKEN = 5;
  private static final String AND = " & ";

  private final String text;
  private int[] starts;
  private int[] ends;
  private long[] hashes;
  private Shape[] shapes;
  private int count;

  private Tokens(String text) {
    this.text = text;
    int room = text.length() / CHARS_PER_TOKEN + 8;
    starts = new int[room];
    ends = new int[room];
    hashes = new long[room];
    shapes = new Shape[room];
  }

  /** Cuts a text. */
  public static Tokens of(String text) {
    Tokens tokens = new Tokens(text);
    int at = 0;
    while (at < text.length()) {
      int cp = text.codePointAt(at);
      at = isWord(cp) ? tokens.word(at, cp) : at + Character.charCount(cp);
    }
    return tokens;
  }

  private int word(int start, int first) {
    int at = start + Character.charCount(first);
    Script script = Script.of(first);
    boolean lower = Character.isLowerCase(first);
    boolean upper = Character.isUpperCase(first) || Character.isTitleCase(first);
    boolean small = lower;
    while (at < text.length()) {
      int cp = text.codePointAt(at);
      if (!isMark(cp) && (script == Script.SINGLE || !isWord(cp) || Script.of(cp) != script)) {
        break;
      }
      small |= Character.isLowerCase(cp);
      at += Character.charCount(cp);
    }
    int end = upper && at == start + 1 ? abbreviation(at) : at;
    Shape shape = shape(lower, upper, small && end == at);
    add(start, end, shape);
    return end;
  }

  private static Shape shape(boolean lower, boolean upper, boolean small) {
    if (lower) {
      return Shape.LOWER;
    }
    if (!upper) {
      return Shape.NONE;
    }
    return small ? Shape.CAPITAL : Shape.UPPER;
  }

  /**
   * "U.S." from the end of its first letter on; ends behind the last letter, the closing dot is
   * left out.
   */
  private int abbreviation(int end) {
    int at = end;
    while (at + 1 < text.length()
        && text.charAt(at) == '.'
        && Character.isUpperCase(text.charAt(at + 1))
        && (at + 2 >= text.length() || !Character.isLetterOrDigit(text.charAt(at + 2)))) {
      at += 2;
    }
    return at;
  }

  private void add(int start, int end, Shape shape) {
    if (count == starts.length) {
      int room = count * 2;
      starts = Arrays.copyOf(starts, room);
      ends = Arrays.copyOf(ends, room);
      hashes = Arrays.copyOf(hashes, room);
      shapes = Arrays.copyOf(shapes, room);
    }
    starts[count] = start;
    ends[count] = end;
    hashes[count] = Fold.hash(text, start, end);
    shapes[count++] = shape;
  }

  private static boolean isWord(int cp) {
    if (cp < 0x80) {
      return (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z') || (cp >= '0' && cp <= '9');
    }
    return Character.isLetterOrDigit(cp);
  }

  private static boolean isMark(int cp) {
    if (cp < 0x300) {
      return cp == 0xAD;
    }
    int type = Character.getType(cp);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  /** The text that was cut. */
  public String text() {
    return text;
  }

  /** How many words. */
  public int count() {
    return count;
  }

  /** First UTF-16 unit of a word. */
  public int start(int token) {
    return starts[token];
  }

  /** One behind the last UTF-16 unit of a word. */
  public int end(int token) {
    return ends[token];
  }

  /** How a word is written. */
  public Shape shape(int token) {
    return shapes[token];
  }

  /** The folded word's hash. */
  public long hash(int token) {
    return hashes[token];
  }

  /** The word as written. */
  public String word(int token) {
    return text.substring(starts[token], ends[token]);
  }

  /** Whether a word and the next belong together: little is between that a phrase may hold. */
  public boolean joined(int token) {
    if (token + 1 >= count) {
      return false;
    }
    int from = ends[token];
    int to = starts[token + 1];
    if (to - from > 2) {
      return to - from == AND.length() && text.startsWith(AND, from);
    }
    for (int i = from; i < to; i++) {
      if (!joins(text.charAt(i), token)) {
        return false;
      }
    }
    return true;
  }

  /** Whether only white space is between a word and the next. */
  public boolean adjacent(int token) {
    return token + 1 < count && text.substring(ends[token], starts[token + 1]).isBlank();
  }

  private boolean joins(char c, int token) {
    return switch (c) {
      case ' ', '\u00A0', '\u202F', '\n', '-', '\u2010', '\u2011', '\'', '\u2019', '\u2018' -> true;
      case '\u30FB', ',', '/' -> true;
      case '.' -> ends[token] - starts[token] <= 4;
      default -> false;
    };
  }

  private enum Script {
    SPACED,
    KATAKANA,
    SINGLE;

    static Script of(int cp) {
      if (cp < 0x0E00) {
        return SPACED;
      }
      if (cp >= 0x30A0 && cp <= 0x30FF) {
        return KATAKANA;
      }
      boolean single =
          cp <= 0x0EFF
              || (cp >= 0x1000 && cp <= 0x109F)
              || (cp >= 0x1780 && cp <= 0x17FF)
              || (cp >= 0x2E80 && cp <= 0x9FFF && !(cp >= 0x3130 && cp <= 0x318F))
              || (cp >= 0xF900 && cp <= 0xFAFF)
              || (cp >= 0x20000 && cp <= 0x3FFFF);
      return single ? SINGLE : SPACED;
    }
  }
}
