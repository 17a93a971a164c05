package io.dateline.ingest.extract;

import io.dateline.ingest.extract.scan.HtmlSlimmer;
import io.dateline.ingest.extract.scan.TagCount;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of a page into text. The order is that of the WHATWG Encoding Standard: byte
 * order mark, HTTP, {@code meta}, and at last the look of the bytes themselves.
 */
public final class PageDecoder {

  /** Starts of the names of encodings whose bytes below 0x40 are always ASCII characters. */
  private static final List<String> ASCII_BASED =
      List.of(
          "utf-8", "windows-", "iso-8859", "koi8", "euc-", "gb", "big5", "shift_jis", "macintosh");

  /**
   * A decoded page.
   *
   * @param text the characters, byte order mark removed
   * @param encoding the encoding's lower-case WHATWG name
   */
  public record Decoded(String text, String encoding) {}

  /** Decodes a page; bytes that fit nothing become U+FFFD. */
  public Decoded decode(PageBytes page) {
    return decode(page.bytes(), page.contentType());
  }

  /**
   * Decodes bytes.
   *
   * @param contentType the HTTP header, or null
   */
  public Decoded decode(byte[] bytes, @Nullable String contentType) {
    return decodeAs(bytes, declared(bytes, contentType));
  }

  /**
   * The text of a page that is parsed.
   *
   * @param tags start tags in it
   */
  record Markup(String html, int tags) {}

  /** Decodes the whole page. */
  Markup markup(PageBytes page) {
    return counted(decode(page).text());
  }

  /** Decodes of a page only what its parser needs ({@link HtmlSlimmer}). */
  Markup slimMarkup(PageBytes page) {
    byte[] bytes = page.bytes();
    String declared = declared(bytes, page.contentType());
    if (!isAsciiBased(bytes, declared)) {
      return counted(decodeAs(bytes, declared).text());
    }
    HtmlSlimmer.Slim slim = HtmlSlimmer.slim(bytes);
    return new Markup(decodeAs(slim.bytes(), declared).text(), slim.tags());
  }

  private static Markup counted(String html) {
    return new Markup(html, TagCount.of(html));
  }

  private static boolean isAsciiBased(byte[] bytes, @Nullable String declared) {
    boolean wide = bytes.length >= 2 && (bytes[0] & bytes[1] & 0xFE) == 0xFE;
    return !wide && (declared == null || hasAsciiName(declared));
  }

  private static boolean hasAsciiName(String encoding) {
    for (String start : ASCII_BASED) {
      if (encoding.startsWith(start)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String declared(byte[] bytes, @Nullable String contentType) {
    String declared = fromHeader(contentType);
    return declared == null ? MetaPrescan.find(bytes) : declared;
  }

  private static Decoded decodeAs(byte[] bytes, @Nullable String declared) {
    Decoded marked = byMark(bytes);
    if (marked != null) {
      return marked;
    }
    if (declared != null) {
      return asDeclared(bytes, declared);
    }
    String guess = CharsetGuess.of(bytes);
    return new Decoded(new String(bytes, EncodingLabels.charset(guess)), guess);
  }

  private static @Nullable Decoded byMark(byte[] b) {
    if (b.length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF) {
      return new Decoded(new String(b, 3, b.length - 3, StandardCharsets.UTF_8), "utf-8");
    }
    if (b.length >= 2 && b[0] == (byte) 0xFE && b[1] == (byte) 0xFF) {
      return new Decoded(new String(b, 2, b.length - 2, StandardCharsets.UTF_16BE), "utf-16be");
    }
    if (b.length >= 2 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE) {
      return new Decoded(new String(b, 2, b.length - 2, StandardCharsets.UTF_16LE), "utf-16le");
    }
    return null;
  }

  private static @Nullable String fromHeader(@Nullable String contentType) {
    if (contentType == null) {
      return null;
    }
    int at = contentType.toLowerCase(Locale.ROOT).indexOf("charset=");
    if (at < 0) {
      return null;
    }
    String label = contentType.substring(at + "charset=".length());
    int end = label.indexOf(';');
    return EncodingLabels.canonical(end < 0 ? label : label.substring(0, end));
  }

  /** Follows the declaration, unless the bytes plainly contradict it. */
  private static Decoded asDeclared(byte[] bytes, String declared) {
    boolean utf8 = declared.equals("utf-8");
    if (utf8 || declared.startsWith("windows-125") || declared.startsWith("iso-8859")) {
      String strict = strictUtf8(bytes);
      if (strict != null && (utf8 || strict.length() < bytes.length)) {
        return new Decoded(strict, strict.length() < bytes.length ? "utf-8" : declared);
      }
      if (utf8 && mostlyBroken(bytes)) {
        String guess = CharsetGuess.of(bytes);
        return new Decoded(new String(bytes, EncodingLabels.charset(guess)), guess);
      }
    }
    return new Decoded(new String(bytes, EncodingLabels.charset(declared)), declared);
  }

  /** The text when every byte is good UTF-8, else null. */
  static @Nullable String strictUtf8(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') < 0) {
      return text;
    }
    return decodeStrictly(bytes, StandardCharsets.UTF_8);
  }

  static @Nullable String decodeStrictly(byte[] bytes, Charset charset) {
    try {
      CharBuffer out =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes));
      return out.toString();
    } catch (CharacterCodingException e) {
      return null; // the answer: these bytes are not of that charset
    }
  }

  /** Whether bytes called UTF-8 hold more broken than good sequences. */
  private static boolean mostlyBroken(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    int broken = 0;
    int good = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\uFFFD') {
        broken++;
      } else if (c > 0x7F) {
        good++;
      }
    }
    return broken > good;
  }
}
