package io.dateline.enrich.topic;

import java.util.Arrays;

/**
 * The words of a text: runs of letters, digits and marks, lower-cased unit by unit so that offsets
 * stay those of the text. Hyphens and apostrophes part words ("US-Luftangriff" is two).
 */
final class Words {

  private static final int MAX_GAP = 3;
  private static final int CHARS_PER_WORD = 4;
  private static final int ASCII = 128;
  private static final boolean[] ASCII_WORD = new boolean[ASCII];

  static {
    for (char c = 0; c < ASCII; c++) {
      ASCII_WORD[c] = Character.isLetterOrDigit(c);
    }
  }

  private final String text;
  private final char[] lower;
  private int[] bounds;
  private int count;

  Words(String text) {
    this.text = text;
    this.lower = text.toCharArray();
    this.bounds = new int[2 * (text.length() / CHARS_PER_WORD + 2)];
    split();
  }

  private void split() {
    int start = -1;
    for (int i = 0; i < lower.length; i++) {
      char c = lower[i];
      if (isWord(c)) {
        start = start < 0 ? i : start;
        lower[i] = Character.toLowerCase(c);
      } else if (start >= 0) {
        add(start, i);
        start = -1;
      }
    }
    if (start >= 0) {
      add(start, lower.length);
    }
  }

  private static boolean isWord(char c) {
    return c < ASCII
        ? ASCII_WORD[c]
        : Character.isLetterOrDigit(c)
            || Character.isSurrogate(c)
            || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private void add(int start, int end) {
    if (2 * count + 1 >= bounds.length) {
      bounds = Arrays.copyOf(bounds, 2 * bounds.length);
    }
    bounds[2 * count] = start;
    bounds[2 * count + 1] = end;
    count++;
  }

  int count() {
    return count;
  }

  int start(int word) {
    return bounds[2 * word];
  }

  int end(int word) {
    return bounds[2 * word + 1];
  }

  char lower(int index) {
    return lower[index];
  }

  String lower(int from, int to) {
    return new String(lower, from, to - from);
  }

  boolean capital(int word) {
    char first = text.charAt(start(word));
    return first != lower[start(word)] || Character.isDigit(first);
  }

  boolean number(int word) {
    for (int i = start(word); i < end(word); i++) {
      if (!Character.isDigit(lower[i])) {
        return false;
      }
    }
    return true;
  }

  /** Whether a phrase may run on from this word to the next one: no break lies between them. */
  boolean joined(int word) {
    if (word + 1 >= count || start(word + 1) - end(word) > MAX_GAP) {
      return false;
    }
    for (int i = end(word); i < start(word + 1); i++) {
      char c = lower[i];
      if (c == '\n' || c == '!' || c == '?' || c == ';' || c == '(' || c == ')') {
        return false;
      }
    }
    return true;
  }
}
