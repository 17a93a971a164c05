package io.dateline.ingest.extract.scan;

import java.util.Arrays;

/**
 * The attributes that some rule reads. All others are left out of a page before it is parsed: a
 * rule that reads one more has to name it here.
 */
final class KeptAttributes {

  /** Beside {@link ElementRoles#NAMING}. */
  private static final String[] NAMES = {
    "role",
    "hidden",
    "aria-hidden",
    "style",
    "lang",
    "xml:lang",
    "type",
    "charset",
    "itemprop",
    "itemscope",
    "itemtype",
    "property",
    "name",
    "content",
    "http-equiv",
    "value",
    "rel",
    "href",
    "src",
    "data-src",
    "data-original",
    "data-lazy-src",
    "alt",
    "title",
    "datetime",
    "pubdate",
    "data-published",
    "data-datetime",
    "data-date",
    "data-timestamp"
  };

  /** Slots of the table: a power of two, many times the names. */
  private static final int SLOTS = 1_024;

  private static final String[] TABLE = table();

  private KeptAttributes() {}

  private static String[] table() {
    String[] table = new String[SLOTS];
    Arrays.fill(table, "");
    ElementRoles.NAMING.forEach(name -> put(table, name));
    for (String name : NAMES) {
      put(table, name);
    }
    return table;
  }

  private static void put(String[] table, String name) {
    int hash = 0;
    for (int i = 0; i < name.length(); i++) {
      hash = step(hash, (byte) name.charAt(i));
    }
    int slot = hash & (SLOTS - 1);
    while (!table[slot].isEmpty()) {
      slot = (slot + 1) & (SLOTS - 1);
    }
    table[slot] = name;
  }

  /** The hash of a name so far and of its next letter, whatever its case. */
  static int step(int hash, byte next) {
    return hash * 31 + (next | 0x20);
  }

  /** Whether the name that stands there is one of them. */
  static boolean has(int hash, String text, int start, int end) {
    int slot = hash & (SLOTS - 1);
    while (!TABLE[slot].isEmpty()) {
      String name = TABLE[slot];
      if (name.length() == end - start && text.regionMatches(true, start, name, 0, end - start)) {
        return true;
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
    return false;
  }
}
