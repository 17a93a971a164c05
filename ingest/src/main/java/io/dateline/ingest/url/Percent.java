package io.dateline.ingest.url;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoding with the sets of the WHATWG URL standard. */
final class Percent {

  static final String FRAGMENT = " \"<>`";
  static final String QUERY = " \"#<>";
  static final String SPECIAL_QUERY = QUERY + "'";
  static final String PATH = QUERY + "?^`{}";
  static final String USERINFO = PATH + "/:;=@[\\]|";

  private Percent() {}

  /** Encodes what is in the set, control characters, and what is not ASCII. */
  static void encode(StringBuilder out, int c, String set) {
    if (c < 0x20 || c > 0x7E || set.indexOf(c) >= 0) {
      int safe = c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c;
      for (byte b : Character.toString(safe).getBytes(StandardCharsets.UTF_8)) {
        octet(out, b & 0xFF);
      }
    } else {
      out.append((char) c);
    }
  }

  static String encode(String text, String set) {
    if (isPlain(text, set)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 8);
    text.codePoints().forEach(c -> encode(out, c, set));
    return out.toString();
  }

  /** Whether nothing of it is to be encoded, as in most addresses. */
  private static boolean isPlain(String text, String set) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c > 0x7E || set.indexOf(c) >= 0) {
        return false;
      }
    }
    return true;
  }

  static void octet(StringBuilder out, int octet) {
    out.append('%')
        .append(Character.toUpperCase(Character.forDigit(octet >> 4, 16)))
        .append(Character.toUpperCase(Character.forDigit(octet & 15, 16)));
  }

  /** The octet encoded at a place, -1 when there is none. */
  static int octetAt(String text, int at) {
    if (at + 2 >= text.length() || text.charAt(at) != '%') {
      return -1;
    }
    int high = hex(text.charAt(at + 1));
    int low = hex(text.charAt(at + 2));
    return high < 0 || low < 0 ? -1 : (high << 4) | low;
  }

  private static int hex(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }

  /** Decodes all octets as UTF-8. */
  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); ) {
      int octet = octetAt(text, i);
      if (octet >= 0) {
        bytes.write(octet);
        i += 3;
      } else {
        int c = text.codePointAt(i);
        bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
        i += Character.charCount(c);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
