package io.dateline.ingest.extract.scan;

import java.util.List;
import java.util.Map;

/**
 * Reads roles off names such as {@code "c-article__relatedLinks"}. Words are known by their hash,
 * so that none is made a string of: a page has hundreds of names.
 */
public final class RoleTokens {

  /** Longer names are cut: some carry whole state dumps. */
  private static final int MAX_NAME_CHARS = 400;

  /** Shorter humps ("hJpRR") come from hashes, not from words. */
  private static final int MIN_HUMP_CHARS = 4;

  /** A letter's hash is multiplied by it for each letter behind: hashes of words can be joined. */
  private static final long BASE = 0x9E37_79B9_7F4A_7C15L;

  /** A power of two, many times the words. */
  private static final int SLOTS = 2_048;

  private final long[] words = new long[SLOTS];
  private final int[] roles = new int[SLOTS];

  /** Of {@link #BASE}. */
  private final long[] powers = new long[MAX_NAME_CHARS + 1];

  /** Loads {@code roles.txt}. */
  public RoleTokens() {
    powers[0] = 1;
    for (int i = 1; i < powers.length; i++) {
      powers[i] = powers[i - 1] * BASE;
    }
    for (Map.Entry<String, List<String>> section : DataFile.sections("roles.txt").entrySet()) {
      int bit = Role.of(section.getKey()).bit();
      for (String token : section.getValue()) {
        put(token, bit);
      }
    }
  }

  private void put(String token, int bit) {
    long hash = hash(token, 0, token.length());
    int slot = slot(hash);
    words[slot] = hash;
    roles[slot] |= bit;
  }

  /** Where a word stands, or would. */
  private int slot(long hash) {
    int slot = (int) (hash ^ hash >>> 32) & (SLOTS - 1);
    while (words[slot] != hash && words[slot] != 0) {
      slot = (slot + 1) & (SLOTS - 1);
    }
    return slot;
  }

  /** The roles of all words, and of all neighbouring pairs and triples of words, in a name. */
  public int of(String name) {
    int found = 0;
    int end = Math.min(name.length(), MAX_NAME_CHARS);
    int start = 0;
    while (start < end) {
      int stop = name.indexOf(' ', start);
      stop = stop < 0 || stop > end ? end : stop;
      if (isExactly(name, start, stop, "hidden") || isExactly(name, start, stop, "hide")) {
        found |= Role.WEAK.bit();
      } else if (stop > start && !isUtility(name, start, stop)) {
        found |= ofOne(name, start, stop);
      }
      start = stop + 1;
    }
    return found;
  }

  private static boolean isExactly(String name, int start, int stop, String word) {
    return stop - start == word.length() && name.startsWith(word, start);
  }

  /** Utility classes ("print:hidden", "w-[3rem]") say how a thing looks, not what it is. */
  private static boolean isUtility(String name, int start, int stop) {
    for (int i = start; i < stop; i++) {
      char c = name.charAt(i);
      if (c == ':' || c == '[' || c == '=') {
        return true;
      }
    }
    return name.startsWith("overflow", start)
        || name.startsWith("has-", start)
        || name.startsWith("no-", start)
        || name.startsWith("with-", start);
  }

  /** The words of a name lie between other signs, and humps. */
  private int ofOne(String name, int start, int stop) {
    int found = 0;
    boolean humped = false;
    long last = 0;
    long lastTwo = 0;
    int i = start;
    while (i < stop) {
      if (!isLetter(name.charAt(i))) {
        i++;
        continue;
      }
      int end = endOfWord(name, i, stop);
      boolean hump = end < stop && isUpper(name.charAt(end));
      long word = hash(name, i, end);
      long power = powers[end - i];
      long pair = last * power + word;
      if (end - i >= MIN_HUMP_CHARS || !(humped || hump)) {
        found |= roles[slot(word)] | roles[slot(pair)] | roles[slot(lastTwo * power + word)];
      }
      lastTwo = pair;
      last = word;
      humped = hump;
      i = end;
    }
    return found;
  }

  private static int endOfWord(String name, int start, int stop) {
    int i = start + 1;
    char before = name.charAt(start);
    while (i < stop) {
      char c = name.charAt(i);
      if (!isLetter(c) || (isUpper(c) && isLower(before))) {
        return i;
      }
      before = c;
      i++;
    }
    return i;
  }

  private static long hash(String name, int start, int end) {
    long hash = 0;
    for (int i = start; i < end; i++) {
      hash = hash * BASE + (name.charAt(i) | 0x20);
    }
    return hash;
  }

  private static boolean isLetter(char c) {
    return isLower(c) || isUpper(c);
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }
}
