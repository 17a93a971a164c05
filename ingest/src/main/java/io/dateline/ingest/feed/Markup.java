package io.dateline.ingest.feed;

import java.util.regex.Pattern;

/** Mends what an XML tokenizer would stumble over. */
final class Markup {

  private static final Pattern DOCTYPE_WITH_SUBSET =
      Pattern.compile("<!DOCTYPE[^>\\[]{0,2000}\\[.*?\\]\\s*>", Pattern.DOTALL);

  private Markup() {}

  /** Takes out document types with internal subsets: their entities are never expanded. */
  static String mend(String xml) {
    int doctype = xml.indexOf("<!DOCTYPE");
    if (doctype < 0) {
      return xml;
    }
    return DOCTYPE_WITH_SUBSET.matcher(xml).replaceFirst("");
  }
}
