package io.dateline.ingest.extract.scan;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * ASCII names that are looked up where they stand, in any case of letters, without making a string
 * of each.
 */
final class NameTable {

  /** A power of two, many times the names. */
  private static final int SLOTS = 1_024;

  private final @Nullable String[] slots = new @Nullable String[SLOTS];

  private NameTable() {}

  /** Of names in lower case. */
  @SafeVarargs
  static NameTable of(Collection<String>... names) {
    NameTable table = new NameTable();
    for (Collection<String> some : names) {
      some.forEach(table::put);
    }
    return table;
  }

  private void put(String name) {
    int slot = hash(name, 0, name.length()) & (SLOTS - 1);
    while (slots[slot] != null) {
      slot = (slot + 1) & (SLOTS - 1);
    }
    slots[slot] = name;
  }

  private static int hash(String text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = step(hash, (byte) text.charAt(i));
    }
    return hash;
  }

  /** The hash of a name so far and of its next letter, whatever its case. */
  static int step(int hash, byte next) {
    return hash * 31 + (next | 0x20);
  }

  /** Whether the name that stands there is one of them. */
  boolean has(String text, int start, int end) {
    return has(hash(text, start, end), text, start, end);
  }

  /** The same when its hash is known. */
  boolean has(int hash, String text, int start, int end) {
    int slot = hash & (SLOTS - 1);
    String name = slots[slot];
    while (name != null) {
      if (name.length() == end - start && text.regionMatches(true, start, name, 0, end - start)) {
        return true;
      }
      slot = (slot + 1) & (SLOTS - 1);
      name = slots[slot];
    }
    return false;
  }
}
