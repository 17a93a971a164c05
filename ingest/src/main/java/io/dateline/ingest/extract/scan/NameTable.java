package io.dateline.ingest.extract.scan;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * ASCII names that are looked up where they stand, in any case of letters, without making a string
 * of each. A name tells by its bits in which of several collections it is.
 */
final class NameTable {

  /** A power of two, many times the names. */
  private static final int SLOTS = 1_024;

  private final @Nullable String[] slots = new @Nullable String[SLOTS];
  private final int[] bits = new int[SLOTS];

  private NameTable() {}

  /** Of names in lower case; those of the first collection have bit 1, of the second 2, then 4. */
  @SafeVarargs
  static NameTable of(Collection<String>... names) {
    NameTable table = new NameTable();
    for (int i = 0; i < names.length; i++) {
      for (String name : names[i]) {
        table.put(name, 1 << i);
      }
    }
    return table;
  }

  private void put(String name, int bit) {
    int slot = hash(name, 0, name.length()) & (SLOTS - 1);
    while (slots[slot] != null && !name.equals(slots[slot])) {
      slot = (slot + 1) & (SLOTS - 1);
    }
    slots[slot] = name;
    bits[slot] |= bit;
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
    int slot = hash(text, start, end) & (SLOTS - 1);
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

  /** The bits of the name that stands there, whose hash is known; 0 when it is none of them. */
  int bits(int hash, byte[] text, int start, int end) {
    int slot = hash & (SLOTS - 1);
    String name = slots[slot];
    while (name != null) {
      if (name.length() == end - start && isAt(text, start, name)) {
        return bits[slot];
      }
      slot = (slot + 1) & (SLOTS - 1);
      name = slots[slot];
    }
    return 0;
  }

  /** Whether a name in lower case stands there, in any case. */
  static boolean isAt(byte[] text, int start, String name) {
    for (int i = 0; i < name.length(); i++) {
      if ((text[start + i] | 0x20) != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
