package io.dateline.ingest.extract.scan;

import java.util.Set;

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
    "data-timestamp",
    "data-utime",
    "data-time",
    "data-epoch"
  };

  private static final NameTable TABLE = NameTable.of(ElementRoles.NAMING, Set.of(NAMES));

  private KeptAttributes() {}

  /** Whether the name that stands there is one of them; its hash is of {@link NameTable#step}. */
  static boolean has(int hash, byte[] text, int start, int end) {
    return TABLE.bits(hash, text, start, end) != 0;
  }
}
