package io.dateline.enrich.topic;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * All patterns of a lexicon in one trie over letters. An edge {@code ' '} leads to the next word of
 * a phrase, {@code '*'} skips the rest of a word, {@code '#'} stands for a number. The edges live
 * in one open-addressed table, so that a step costs one probe.
 */
final class TermTrie {

  static final int ROOT = 1;
  static final int ABSENT = 0;
  static final char NEXT_WORD = ' ';
  static final char ANY_ENDING = '*';
  static final char NUMBER = '#';

  private static final int FIRST_TABLE = 1 << 10;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private long[] keys = new long[FIRST_TABLE];
  private int[] values = new int[FIRST_TABLE];
  private int shift = Long.SIZE - 10;
  private int edges;
  private int nodes = ROOT;
  private byte[] flags = new byte[FIRST_TABLE];
  private Entry[] @Nullable [] entries = new Entry[FIRST_TABLE][];

  private static final Entry[] NOTHING = {};
  private static final int HAS_ENTRIES = 1;
  private static final int HAS_NEXT_WORD = 2;
  private static final int HAS_ANY_ENDING = 4;
  private static final int HAS_NUMBER = 8;

  /** Adds a pattern of lower-case words parted by single blanks. */
  void add(String pattern, Entry entry) {
    int node = ROOT;
    for (int i = 0; i < pattern.length(); i++) {
      node = grow(node, pattern.charAt(i));
    }
    Entry[] old = entries(node);
    Entry[] more = Arrays.copyOf(old, old.length + 1);
    more[more.length - 1] = entry;
    entries[node] = more;
    flags[node] |= HAS_ENTRIES;
  }

  private int grow(int node, char c) {
    int child = child(node, c);
    if (child != ABSENT) {
      return child;
    }
    flags[node] |= flag(c);
    if (2 * ++edges > keys.length) {
      rehash();
    }
    child = ++nodes;
    if (child >= flags.length) {
      flags = Arrays.copyOf(flags, 2 * flags.length);
      entries = Arrays.copyOf(entries, 2 * entries.length);
    }
    put(key(node, c), child);
    return child;
  }

  private static byte flag(char c) {
    return (byte)
        switch (c) {
          case NEXT_WORD -> HAS_NEXT_WORD;
          case ANY_ENDING -> HAS_ANY_ENDING;
          case NUMBER -> HAS_NUMBER;
          default -> 0;
        };
  }

  private void rehash() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[2 * oldKeys.length];
    values = new int[2 * oldKeys.length];
    shift--;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != ABSENT) {
        put(oldKeys[i], oldValues[i]);
      }
    }
  }

  private void put(long key, int value) {
    int slot = (int) ((key * MIX) >>> shift);
    while (values[slot] != ABSENT) {
      slot = (slot + 1) & (keys.length - 1);
    }
    keys[slot] = key;
    values[slot] = value;
  }

  private static long key(int node, char c) {
    return ((long) node << Character.SIZE) | c;
  }

  /** The node that a letter leads to, or {@link #ABSENT}. */
  int child(int node, char c) {
    long key = key(node, c);
    int slot = (int) ((key * MIX) >>> shift);
    while (values[slot] != ABSENT) {
      if (keys[slot] == key) {
        return values[slot];
      }
      slot = (slot + 1) & (keys.length - 1);
    }
    return ABSENT;
  }

  boolean hasEntries(int node) {
    return (flags[node] & HAS_ENTRIES) != 0;
  }

  boolean hasNextWord(int node) {
    return (flags[node] & HAS_NEXT_WORD) != 0;
  }

  boolean hasAnyEnding(int node) {
    return (flags[node] & HAS_ANY_ENDING) != 0;
  }

  boolean hasNumber(int node) {
    return (flags[node] & HAS_NUMBER) != 0;
  }

  /** What ends here; none for a node within a term. */
  Entry[] entries(int node) {
    Entry[] found = entries[node];
    return found == null ? NOTHING : found;
  }
}
