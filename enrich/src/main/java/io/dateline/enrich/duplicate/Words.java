package io.dateline.enrich.duplicate;

import java.util.Arrays;

/**
 * The words of a text in reading order, each as a 64-bit hash of its lower-case letters. Scripts
 * that write no spaces (Chinese, Japanese, Thai and their like) count each character as one word.
 *
 * <p>Text beyond {@value #MAX_WORDS} words is not read.
 */
public final class Words {

  /** Most words read of one text. */
  public static final int MAX_WORDS = 20_000;

  private static final long SEED = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private final String text;
  private long[] hashes = new long[256];
  private int[] starts = new int[256];
  private int[] ends = new int[256];
  private byte[] marks = new byte[256];
  private int size;

  private static final int CAPITAL = 1;
  private static final int DIGIT = 2;
  private static final int SINGLE = 4;
  private static final int OPENING = 8;

  private Words(String text) {
    this.text = text;
  }

  /** Reads a text. */
  public static Words of(String text) {
    Words words = new Words(text);
    words.read();
    return words;
  }

  private void read() {
    boolean opening = true;
    int at = 0;
    while (at < text.length() && size < MAX_WORDS) {
      int c = text.codePointAt(at);
      if (isUnspaced(c)) {
        int next = at + Character.charCount(c);
        add(at, next, (opening ? OPENING : 0) | SINGLE);
        opening = false;
        at = next;
      } else if (Character.isLetterOrDigit(c)) {
        int end = wordEnd(at);
        add(at, end, opening ? OPENING : 0);
        opening = false;
        at = end;
      } else {
        opening = opening || opensSentence(c);
        at += Character.charCount(c);
      }
    }
  }

  private static boolean opensSentence(int c) {
    return switch (c) {
      case '.', '!', '?', ':', ';', '\n', '"', '«', '»', '„', '“', '”', '–', '—', '。', '！', '？' ->
          true;
      default -> false;
    };
  }

  private int wordEnd(int start) {
    int at = start;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (isUnspaced(c)) {
        break;
      }
      if (!Character.isLetterOrDigit(c) && !isMark(c) && !joinsDigits(at)) {
        break;
      }
      at += Character.charCount(c);
    }
    return at;
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /** "1,400" and "8.2" are one word. */
  private boolean joinsDigits(int at) {
    char c = text.charAt(at);
    return (c == '.' || c == ',')
        && at > 0
        && at + 1 < text.length()
        && Character.isDigit(text.charAt(at - 1))
        && Character.isDigit(text.charAt(at + 1));
  }

  private void add(int start, int end, int mark) {
    if (size == hashes.length) {
      grow();
    }
    boolean digit = false;
    for (int i = start; i < end; i++) {
      digit |= Character.isDigit(text.charAt(i));
    }
    boolean capital = Character.isUpperCase(text.codePointAt(start));
    hashes[size] = mix(fold(start, end));
    starts[size] = start;
    ends[size] = end;
    marks[size] = (byte) (mark | (capital ? CAPITAL : 0) | (digit ? DIGIT : 0));
    size++;
  }

  private void grow() {
    int capacity = size * 2;
    hashes = Arrays.copyOf(hashes, capacity);
    starts = Arrays.copyOf(starts, capacity);
    ends = Arrays.copyOf(ends, capacity);
    marks = Arrays.copyOf(marks, capacity);
  }

  /** Spreads a hash over all 64 bits (the finaliser of SplitMix64). */
  public static long mix(long hash) {
    long h = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    h = (h ^ (h >>> 27)) * 0x94d049bb133111ebL;
    return h ^ (h >>> 31);
  }

  /** Whether a character's script is written without spaces between words. */
  public static boolean isUnspaced(int c) {
    if (c < 0x0e00) {
      return false;
    }
    return (c >= 0x3040 && c <= 0x30ff && c != 0x30fb)
        || (c >= 0x3400 && c <= 0x9fff)
        || (c >= 0xf900 && c <= 0xfaff)
        || (c >= 0x20000 && c <= 0x3ffff)
        || (c >= 0x0e00 && c <= 0x0eff)
        || (c >= 0x1000 && c <= 0x109f)
        || (c >= 0x1780 && c <= 0x17ff);
  }

  /** How many words there are. */
  public int size() {
    return size;
  }

  /** The hash of a word's lower-case form. */
  public long hash(int index) {
    return hashes[index];
  }

  /** A 64-bit hash of a whole string, case and all. */
  public static long hashOf(String value) {
    long hash = SEED;
    for (int i = 0; i < value.length(); i++) {
      hash = (hash ^ value.charAt(i)) * PRIME;
    }
    return mix(hash);
  }

  /** The hash of the first letters of a word's lower-case form. */
  public long prefixHash(int index, int letters) {
    int length = Math.min(letters, ends[index] - starts[index]);
    return mix(fold(starts[index], starts[index] + length));
  }

  private long fold(int start, int end) {
    long hash = SEED;
    for (int i = start; i < end; i++) {
      hash = (hash ^ Character.toLowerCase(text.charAt(i))) * PRIME;
    }
    return hash;
  }

  /** The word as printed. */
  public String word(int index) {
    return text.substring(starts[index], ends[index]);
  }

  /** Length of a word in UTF-16 units. */
  public int length(int index) {
    return ends[index] - starts[index];
  }

  /** Where a word begins in the text. */
  public int start(int index) {
    return starts[index];
  }

  /** One behind where a word ends. */
  public int end(int index) {
    return ends[index];
  }

  /** Whether a word begins with a capital letter. */
  public boolean isCapital(int index) {
    return (marks[index] & CAPITAL) != 0;
  }

  /** Whether a word contains a digit. */
  public boolean isNumber(int index) {
    return (marks[index] & DIGIT) != 0;
  }

  /** Whether a word is one character of a script without spaces. */
  public boolean isSingle(int index) {
    return (marks[index] & SINGLE) != 0;
  }

  /** Whether a word opens a sentence or a quotation, so that its capital says nothing. */
  public boolean isOpening(int index) {
    return (marks[index] & OPENING) != 0;
  }
}
