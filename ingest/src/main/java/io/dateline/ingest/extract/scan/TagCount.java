package io.dateline.ingest.extract.scan;

/** Counts a page's start tags before it is parsed: each becomes an element of the tree. */
public final class TagCount {

  private TagCount() {}

  /** How many there are. */
  public static int of(String html) {
    int last = html.length() - 1;
    int tags = 0;
    for (int i = html.indexOf('<'); i >= 0 && i < last; i = html.indexOf('<', i)) {
      i++;
      tags += Character.isLetter(html.charAt(i)) ? 1 : 0;
    }
    return tags;
  }
}
