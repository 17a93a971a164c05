package io.dateline.ingest.feed;

import java.util.regex.Pattern;

/** Plain text that must not be taken for markup. */
final class Escapes {

  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]{0,500}>");

  private Escapes() {}

  /** The text as HTML; text that is markup in spite of its label stays markup. */
  static String text(String plain) {
    if (TAG.matcher(plain).find()) {
      return plain;
    }
    return plain.replace("<", "&lt;");
  }
}
