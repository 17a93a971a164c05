package io.dateline.ingest.url;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Addresses that were damaged on their way to us, as they once were. */
final class Mended {

  /** What sticks to addresses that were cut out of text: markup, or the next address. */
  private static final Pattern DEBRIS =
      Pattern.compile("^([^?]*?)(?:[<\"].*|(?<=[a-zA-Z0-9])https?://.*|&+$)");

  /** A place of a template that nobody filled. */
  private static final Pattern PLACE = Pattern.compile("(?<=/)\\{[A-Za-z_]+}$");

  private static final int LAST_ASCII = 0x7F;
  private static final int LAST_CONTROL = 0x9F;
  private static final int LAST_LATIN1 = 0xFF;

  private Mended() {}

  static String of(String url) {
    return withoutDebris(rightCharset(url));
  }

  private static String withoutDebris(String url) {
    int start = url.indexOf("//") + 2;
    if (start < 2) {
      return url;
    }
    String rest = url.substring(start);
    if (mayBeDamaged(rest)) {
      rest = DEBRIS.matcher(rest).replaceFirst("$1");
    }
    return url.substring(0, start)
        + (rest.endsWith("}") ? PLACE.matcher(rest).replaceFirst("") : rest);
  }

  /** Whether there is anything in it that {@link #DEBRIS} looks for; most addresses have none. */
  private static boolean mayBeDamaged(String rest) {
    return rest.indexOf('<') >= 0
        || rest.indexOf('"') >= 0
        || rest.indexOf('&') >= 0
        || rest.contains("http");
  }

  /** UTF-8 that somebody read as ISO-8859-1; single bytes of it that are no UTF-8 get encoded. */
  private static String rightCharset(String url) {
    if (Hosts.isAscii(url) || url.chars().anyMatch(c -> c > LAST_LATIN1)) {
      return url;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(url.getBytes(StandardCharsets.ISO_8859_1)))
          .toString();
    } catch (CharacterCodingException e) {
      return controlsEncoded(url); // really ISO-8859-1
    }
  }

  private static String controlsEncoded(String url) {
    StringBuilder out = new StringBuilder(url.length());
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      if (c > LAST_ASCII && c <= LAST_CONTROL) {
        Percent.octet(out, c);
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
