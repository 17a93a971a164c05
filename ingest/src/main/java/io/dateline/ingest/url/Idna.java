package io.dateline.ingest.url;

import java.net.IDN;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Labels to ASCII: Punycode (RFC 3492) with the checks of UTS 46 that matter for addresses. */
final class Idna {

  private static final int BASE = 36;
  private static final int T_MIN = 1;
  private static final int T_MAX = 26;

  /** Joiners may only follow a mark (RFC 5892, appendix A). */
  private static final Pattern JOINER_ALONE =
      Pattern.compile("(?<!\\p{M})\u200D|(?<![\\p{M}\\p{IsArabic}])\u200C");

  private Idna() {}

  /** The domain in ASCII; null when a label is not valid. */
  static @Nullable String toAscii(String mapped) {
    List<String> labels = new ArrayList<>();
    for (String label : mapped.split("\\.", -1)) {
      String ascii = label(label);
      if (ascii == null) {
        return null;
      }
      labels.add(ascii);
    }
    return String.join(".", labels);
  }

  private static @Nullable String label(String label) {
    boolean plain = label.chars().allMatch(c -> c < 0x80);
    if (plain && !label.startsWith("xn--")) {
      return label;
    }
    if (!plain) {
      return isValid(label) ? "xn--" + encode(label) : null;
    }
    String unicode = decode(label);
    boolean honest =
        unicode != null
            && !unicode.chars().allMatch(c -> c < 0x80)
            && isValid(unicode)
            && unicode.equals(Normalizer.normalize(unicode, Normalizer.Form.NFKC))
            && unicode.equals(unicode.toLowerCase(Locale.ROOT))
            && ("xn--" + encode(unicode)).equals(label);
    return honest ? label : null;
  }

  private static @Nullable String decode(String label) {
    String unicode = IDN.toUnicode(label, IDN.ALLOW_UNASSIGNED);
    return unicode.equals(label) ? Punycode.decode(label.substring("xn--".length())) : unicode;
  }

  /** No combining mark at the beginning, nothing unassigned, private or of control. */
  private static boolean isValid(String label) {
    if (label.startsWith("xn--") || label.isEmpty()) {
      return false;
    }
    int first = Character.getType(label.codePointAt(0));
    if (first == Character.NON_SPACING_MARK
        || first == Character.COMBINING_SPACING_MARK
        || first == Character.ENCLOSING_MARK) {
      return false;
    }
    return label.codePoints().allMatch(Idna::isAllowed)
        && JOINER_ALONE.matcher(label).replaceAll("").length() == label.length()
        && Bidi.isFine(label);
  }

  private static boolean isAllowed(int c) {
    if (c == 0x200C || c == 0x200D) {
      return true;
    }
    return switch (Character.getType(c)) {
      case Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.CONTROL,
          Character.FORMAT,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> c != 0xFFFD && c != 0x2F && !(c >= 0x2FF0 && c <= 0x2FFB);
    };
  }

  /** Punycode without prefix. */
  static String encode(String label) {
    StringBuilder out = new StringBuilder();
    int[] points = label.codePoints().toArray();
    for (int c : points) {
      if (c < 0x80) {
        out.append((char) c);
      }
    }
    int basic = out.length();
    if (basic > 0) {
      out.append('-');
    }
    int n = 0x80;
    int delta = 0;
    int bias = 72;
    int handled = basic;
    while (handled < points.length) {
      int next = Integer.MAX_VALUE;
      for (int c : points) {
        next = c >= n && c < next ? c : next;
      }
      delta += (next - n) * (handled + 1);
      n = next;
      for (int c : points) {
        if (c < n) {
          delta++;
        } else if (c == n) {
          digits(out, delta, bias);
          bias = adapt(delta, handled + 1, handled == basic);
          delta = 0;
          handled++;
        }
      }
      delta++;
      n++;
    }
    return out.toString();
  }

  private static void digits(StringBuilder out, int delta, int bias) {
    int q = delta;
    for (int k = BASE; ; k += BASE) {
      int t = Math.clamp(k - bias, T_MIN, T_MAX);
      if (q < t) {
        break;
      }
      out.append(digit(t + (q - t) % (BASE - t)));
      q = (q - t) / (BASE - t);
    }
    out.append(digit(q));
  }

  private static char digit(int d) {
    return (char) (d < 26 ? 'a' + d : '0' + d - 26);
  }

  static int adapt(int delta, int points, boolean first) {
    int d = first ? delta / 700 : delta / 2;
    d += d / points;
    int k = 0;
    while (d > (BASE - T_MIN) * T_MAX / 2) {
      d /= BASE - T_MIN;
      k += BASE;
    }
    return k + (BASE - T_MIN + 1) * d / (d + 38);
  }
}
