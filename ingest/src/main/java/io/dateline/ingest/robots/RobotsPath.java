package io.dateline.ingest.robots;

import java.nio.charset.StandardCharsets;

/** Paths and patterns in one spelling, and the match of one against the other. */
final class RobotsPath {

  private RobotsPath() {}

  /** Path and query of an address, percent-encoding normalised; "/" when there is no path. */
  static String of(String url) {
    String text = url;
    int hash = text.indexOf('#');
    if (hash >= 0) {
      text = text.substring(0, hash);
    }
    int scheme = text.indexOf("//");
    int early = firstOf(text, 0, "/?;");
    int from = scheme >= 0 && scheme <= early ? scheme + 2 : 0;
    if (scheme < 0 && text.startsWith("/")) {
      return normalise(text, false);
    }
    int path = firstOf(text, from, "/?;");
    if (path >= text.length()) {
      return "/";
    }
    String rest = text.substring(path);
    return normalise(rest.charAt(0) == '/' ? rest : "/" + rest, false);
  }

  private static int firstOf(String text, int from, String stops) {
    for (int i = from; i < text.length(); i++) {
      if (stops.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return text.length();
  }

  /**
   * One spelling of percent-encoding (RFC 9309, section 2.2.2): encoded unreserved octets decoded,
   * hexadecimal digits in upper case.
   *
   * @param encode whether octets outside ASCII are encoded; addresses fetched have none, and the
   *     reference parser leaves those of others alone
   */
  static String normalise(String path, boolean encode) {
    StringBuilder out = new StringBuilder(path.length());
    for (int i = 0; i < path.length(); ) {
      int c = path.codePointAt(i);
      int octet = c == '%' ? octet(path, i) : -1;
      if (octet >= 0) {
        appendOctet(out, octet, isUnreserved(octet));
        i += 3;
      } else if (encode && (c > 0x7E || c < 0x21)) {
        for (byte b : new String(Character.toChars(c)).getBytes(StandardCharsets.UTF_8)) {
          appendOctet(out, b & 0xFF, false);
        }
        i += Character.charCount(c);
      } else {
        out.appendCodePoint(c);
        i += Character.charCount(c);
      }
    }
    return out.toString();
  }

  private static void appendOctet(StringBuilder out, int octet, boolean plain) {
    if (plain) {
      out.append((char) octet);
    } else {
      out.append('%')
          .append(Character.toUpperCase(Character.forDigit(octet >> 4, 16)))
          .append(Character.toUpperCase(Character.forDigit(octet & 15, 16)));
    }
  }

  private static boolean isUnreserved(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-._~".indexOf(c) >= 0;
  }

  private static int octet(String text, int at) {
    if (at + 2 >= text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(at + 1), 16);
    int low = Character.digit(text.charAt(at + 2), 16);
    return high < 0 || low < 0 ? -1 : (high << 4) | low;
  }

  /**
   * Whether a pattern matches the beginning of a path. Runs in time proportional to path times
   * pattern whatever the pattern says.
   */
  static boolean matches(String path, String pattern) {
    boolean anchored = pattern.endsWith("$");
    String body = anchored ? pattern.substring(0, pattern.length() - 1) : pattern;
    int p = 0;
    int s = 0;
    int star = -1;
    int retry = 0;
    while (true) {
      if (p == body.length() && (!anchored || s == path.length())) {
        return true;
      }
      if (p < body.length() && body.charAt(p) == '*') {
        star = p++;
        retry = s;
      } else if (p < body.length() && s < path.length() && body.charAt(p) == path.charAt(s)) {
        p++;
        s++;
      } else if (star >= 0 && retry < path.length()) {
        p = star + 1;
        s = ++retry;
      } else {
        return false;
      }
    }
  }
}
