package io.dateline.serve.format;

/** Text for XML 1.0. */
final class XmlText {

  private XmlText() {}

  /** The text without characters that XML 1.0 cannot hold, lone surrogates included. */
  static String clean(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().filter(XmlText::isAllowed).forEach(out::appendCodePoint);
    return out.toString();
  }

  private static boolean isAllowed(int c) {
    return c == 0x9
        || c == 0xA
        || c == 0xD
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
