package io.dateline.ingest.url;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Hosts by the WHATWG URL standard: domains in ASCII, IPv4 in all its spellings, IPv6. */
public final class Hosts {

  private static final String FORBIDDEN = "\0\t\n\r #/:<>?@[\\]^|";
  private static final String CONTROLS =
      "\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\u000B\f\u000E\u000F\u0010\u0011\u0012\u0013"
          + "\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\u007F";
  private static final String FORBIDDEN_DOMAIN = FORBIDDEN + CONTROLS + "%";

  /** Characters that UTS 46 maps to nothing. */
  private static final String IGNORED =
      "\u00AD\u034F\u200B\u2060\u2064\uFEFF\u180B\u180C\u180D\u180E";

  private Hosts() {}

  /** The host of a special URL in its one spelling; null when it is none. */
  static @Nullable String parse(String input) {
    if (input.startsWith("[")) {
      return input.endsWith("]") ? Ipv6.parse(input.substring(1, input.length() - 1)) : null;
    }
    String ascii = toAscii(Percent.decode(input));
    if (ascii == null || ascii.isEmpty() || contains(ascii, FORBIDDEN_DOMAIN)) {
      return null;
    }
    return endsInNumber(ascii) ? ipv4(ascii) : ascii;
  }

  /** The host of a URL that is not special: only what cannot be is refused. */
  static @Nullable String parseOpaque(String input) {
    if (input.startsWith("[")) {
      return input.endsWith("]") ? Ipv6.parse(input.substring(1, input.length() - 1)) : null;
    }
    return contains(input, FORBIDDEN) ? null : Percent.encode(input, "");
  }

  private static boolean contains(String text, String set) {
    for (int i = 0; i < text.length(); i++) {
      if (set.indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** A domain in ASCII (UTS 46, as far as the JDK's IDN and normalisation reach). */
  public static @Nullable String toAscii(String domain) {
    return isAscii(domain) ? domain.toLowerCase(Locale.ROOT) : Idna.toAscii(mapped(domain));
  }

  static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static String mapped(String domain) {
    StringBuilder kept = new StringBuilder();
    domain
        .codePoints()
        .filter(c -> IGNORED.indexOf(c) < 0 && !(c >= 0xFE00 && c <= 0xFE0F))
        .filter(c -> !(c >= 0x206A && c <= 0x206F))
        .forEach(kept::appendCodePoint);
    String text = kept.toString().replace('\u3002', '.').replace('\uFF0E', '.');
    text = text.replace('\uFF61', '.').replace('\u1E9E', '\u00DF');
    String nfkc = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(nfkc, Normalizer.Form.NFKC);
  }

  /** Whether a host is an IP address rather than a name. */
  static boolean isAddress(String host) {
    return host.startsWith("[") || endsInNumber(host);
  }

  private static boolean endsInNumber(String host) {
    int end = host.endsWith(".") ? host.length() - 1 : host.length();
    String last = host.substring(host.lastIndexOf('.', end - 1) + 1, end);
    return isNumber(last) || number(last) >= 0;
  }

  /** Whether it is made of ASCII digits, at least one. */
  static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  /** An IPv4 address in any spelling (parts, octal, hexadecimal) as a dotted quad; null if none. */
  public static @Nullable String ipv4(String host) {
    List<String> parts = new ArrayList<>(List.of(host.split("\\.", -1)));
    if (parts.getLast().isEmpty() && parts.size() > 1) {
      parts.removeLast();
    }
    if (parts.size() > 4) {
      return null;
    }
    long address = 0;
    for (int i = 0; i < parts.size(); i++) {
      long value = number(parts.get(i));
      boolean last = i == parts.size() - 1;
      long limit = last ? 1L << (8 * (5 - parts.size())) : 256;
      if (value < 0 || value >= limit) {
        return null;
      }
      address += last ? value : value << (8 * (3 - i));
    }
    return (address >> 24)
        + "."
        + ((address >> 16) & 255)
        + "."
        + ((address >> 8) & 255)
        + "."
        + (address & 255);
  }

  /** A number as C writes it; -1 when it is none, more than 2^32 when it is too large. */
  private static long number(String part) {
    if (part.isEmpty()) {
      return -1;
    }
    int radix = 10;
    String digits = part;
    if (part.length() > 1 && (part.startsWith("0x") || part.startsWith("0X"))) {
      radix = 16;
      digits = part.substring(2);
    } else if (part.length() > 1 && part.startsWith("0")) {
      radix = 8;
      digits = part.substring(1);
    }
    long value = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) < 0x80 ? Character.digit(digits.charAt(i), radix) : -1;
      if (digit < 0) {
        return -1;
      }
      value = Math.min(value * radix + digit, 1L << 40);
    }
    return value;
  }
}
