package io.dateline.ingest.url;

/** Windows drive letters in file addresses, which the standard keeps. */
final class Drives {

  private Drives() {}

  static boolean isDrive(String text) {
    return text.length() == 2
        && Character.isLetter(text.charAt(0))
        && text.charAt(0) < 0x80
        && (text.charAt(1) == ':' || text.charAt(1) == '|');
  }

  static boolean isNormal(String text) {
    return isDrive(text) && text.charAt(1) == ':';
  }

  static boolean starts(String text) {
    return text.length() >= 2
        && isDrive(text.substring(0, 2))
        && (text.length() == 2 || "/\\?#".indexOf(text.charAt(2)) >= 0);
  }
}
