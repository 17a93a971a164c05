package io.dateline.ingest.url;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decodes Punycode (RFC 3492). */
final class Punycode {

  private Punycode() {}

  /** The label; null when the text is no Punycode. */
  static @Nullable String decode(String text) {
    int dash = text.lastIndexOf('-');
    List<Integer> out = new ArrayList<>();
    for (int i = 0; i < Math.max(dash, 0); i++) {
      out.add((int) text.charAt(i));
    }
    int n = 0x80;
    int i = 0;
    int bias = 72;
    int at = dash < 0 ? 0 : dash + 1;
    while (at < text.length()) {
      int old = i;
      int weight = 1;
      for (int k = 36; ; k += 36) {
        int digit = at < text.length() ? value(text.charAt(at++)) : -1;
        if (digit < 0 || i > (Integer.MAX_VALUE - digit * (long) weight)) {
          return null;
        }
        i += digit * weight;
        int t = Math.clamp(k - bias, 1, 26);
        if (digit < t) {
          break;
        }
        if (weight > Integer.MAX_VALUE / (36 - t)) {
          return null;
        }
        weight *= 36 - t;
      }
      bias = Idna.adapt(i - old, out.size() + 1, old == 0);
      n += i / (out.size() + 1);
      i %= out.size() + 1;
      if (!Character.isValidCodePoint(n)) {
        return null;
      }
      out.add(i++, n);
    }
    StringBuilder text2 = new StringBuilder();
    out.forEach(text2::appendCodePoint);
    return text2.toString();
  }

  private static int value(char c) {
    if (c >= 'a' && c <= 'z') {
      return c - 'a';
    }
    return c >= '0' && c <= '9' ? c - '0' + 26 : -1;
  }
}
