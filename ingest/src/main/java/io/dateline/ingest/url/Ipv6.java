package io.dateline.ingest.url;

import org.jspecify.annotations.Nullable;

/** IPv6 addresses: read in all spellings, written as RFC 5952 has it. */
final class Ipv6 {

  private Ipv6() {}

  /** The address in brackets in its one spelling; null when it is none. */
  static @Nullable String parse(String input) {
    int[] pieces = new int[8];
    int at = 0;
    int piece = 0;
    int gap = -1;
    if (input.startsWith(":")) {
      if (!input.startsWith("::")) {
        return null;
      }
      at = 2;
      gap = ++piece;
    }
    while (at < input.length()) {
      if (piece == 8) {
        return null;
      }
      if (input.charAt(at) == ':') {
        if (gap >= 0) {
          return null;
        }
        at++;
        gap = ++piece;
        continue;
      }
      int end = at;
      int value = 0;
      while (end < input.length() && end - at < 4 && hex(input.charAt(end)) >= 0) {
        value = value * 16 + hex(input.charAt(end++));
      }
      if (end < input.length() && input.charAt(end) == '.') {
        if (piece > 6 || end == at || !quad(input.substring(at), pieces, piece)) {
          return null;
        }
        piece += 2;
        break;
      }
      if (end < input.length()) {
        if (input.charAt(end) != ':' || end + 1 == input.length()) {
          return null;
        }
        end++;
      }
      pieces[piece++] = value;
      at = end;
    }
    if (gap < 0) {
      return piece == 8 ? write(pieces) : null;
    }
    int moved = piece - gap;
    for (int i = 0; i < moved; i++) {
      pieces[7 - i] = pieces[piece - 1 - i];
      if (7 - i != piece - 1 - i) {
        pieces[piece - 1 - i] = 0;
      }
    }
    return write(pieces);
  }

  private static int hex(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }

  /** A dotted quad at the end, strict decimal. */
  private static boolean quad(String text, int[] pieces, int piece) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return false;
    }
    for (int i = 0; i < 4; i++) {
      String part = parts[i];
      boolean decimal =
          !part.isEmpty()
              && part.length() <= 3
              && part.chars().allMatch(c -> c >= '0' && c <= '9')
              && (part.length() == 1 || part.charAt(0) != '0')
              && Integer.parseInt(part) < 256;
      if (!decimal) {
        return false;
      }
      pieces[piece + i / 2] = pieces[piece + i / 2] * 256 + Integer.parseInt(part);
    }
    return true;
  }

  private static String write(int[] pieces) {
    int best = -1;
    int bestLength = 1;
    for (int i = 0; i < 8; i++) {
      int length = 0;
      while (i + length < 8 && pieces[i + length] == 0) {
        length++;
      }
      if (length > bestLength) {
        best = i;
        bestLength = length;
      }
    }
    StringBuilder out = new StringBuilder("[");
    for (int i = 0; i < 8; i++) {
      if (i == best) {
        out.append(i == 0 ? "::" : ":");
        i += bestLength - 1;
      } else {
        out.append(Integer.toHexString(pieces[i])).append(i < 7 ? ":" : "");
      }
    }
    return out.append(']').toString();
  }
}
