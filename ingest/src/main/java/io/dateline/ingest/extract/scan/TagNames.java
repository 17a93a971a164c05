package io.dateline.ingest.extract.scan;

import java.util.Set;

/** What the name of a tag says about it, as bits, before there is a tree. */
final class TagNames {

  /** With such an element the article may begin. */
  static final int BEGINS = 1;

  /** {@link HtmlSlimmer} looks closer at it. */
  static final int LOOKED_AT = 1 << 1;

  /** White space beside it is never shown. */
  static final int BORDER = 1 << 2;

  static final int LINK = 1 << 3;
  static final int NAV = 1 << 4;
  static final int DIV = 1 << 5;
  static final int LIST = 1 << 6;
  static final int HEADER = 1 << 7;

  private static final NameTable TABLE =
      NameTable.of(
          Set.of("article", "main", "h1", "p", "time"),
          Set.of(
              "script",
              "style",
              "noscript",
              "svg",
              "iframe",
              "button",
              "template",
              "select",
              "input",
              "link"),
          TagKinds.borders(),
          Set.of("a"),
          Set.of("nav"),
          Set.of("div"),
          Set.of("ul"),
          Set.of("header"));

  private TagNames() {}

  /** The bits of the name that stands there; its hash is of {@link NameTable#step}. */
  static int bits(int hash, byte[] text, int start, int end) {
    return TABLE.bits(hash, text, start, end);
  }
}
