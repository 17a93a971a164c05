package io.dateline.ingest.feed;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decodes XML bytes: byte order mark, HTTP header, shape of the first bytes, XML declaration. */
public final class XmlText {

  /** How far the XML declaration is looked for, in bytes. */
  private static final int PROLOG_BYTES = 1_024;

  private static final Pattern HTTP_CHARSET =
      Pattern.compile("charset\\s*=\\s*[\"']?\\s*([^\\s\"';,]+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern XML_ENCODING =
      Pattern.compile("<\\?xml[^>]*?encoding\\s*=\\s*[\"']\\s*([^\"'\\s]+)");

  /** What the web means by these names (WHATWG Encoding), where Java means something narrower. */
  private static final Map<String, String> WEB_NAMES =
      Map.ofEntries(
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("iso8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("latin-1", "windows-1252"),
          Map.entry("us-ascii", "windows-1252"),
          Map.entry("ascii", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("iso-8859-11", "windows-874"),
          Map.entry("tis-620", "windows-874"),
          Map.entry("gb2312", "gb18030"),
          Map.entry("gbk", "gb18030"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("sjis", "windows-31j"),
          Map.entry("x-sjis", "windows-31j"),
          Map.entry("big5", "big5-hkscs"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("unicode", "utf-16"),
          Map.entry("utf8", "utf-8"));

  private XmlText() {}

  /** The text without byte order mark; bytes that do not fit become U+FFFD. */
  public static String decode(byte[] bytes, @Nullable String contentType) {
    Charset charset = charset(bytes, contentType);
    String text = new String(bytes, charset);
    return !text.isEmpty() && text.charAt(0) == '\uFEFF' ? text.substring(1) : text;
  }

  /** The charset that {@link #decode} uses. */
  public static Charset charset(byte[] bytes, @Nullable String contentType) {
    Charset mark = byteOrderMark(bytes);
    if (mark != null) {
      return mark;
    }
    Charset shape = shape(bytes);
    Charset http = httpCharset(contentType);
    if (shape != null) {
      return shape;
    }
    if (http != null && fits(http, bytes)) {
      return http;
    }
    Charset declared = declared(bytes);
    if (declared != null && fits(declared, bytes)) {
      return declared;
    }
    return isUtf8(bytes) ? StandardCharsets.UTF_8 : orWindows(declared != null ? declared : http);
  }

  private static Charset orWindows(@Nullable Charset named) {
    if (named == null || named.equals(StandardCharsets.UTF_8) || isWide(named)) {
      return Charset.forName("windows-1252");
    }
    return named;
  }

  /** A wide charset in the label of narrow bytes, or UTF-8 of bytes that are not, is a lie. */
  private static boolean fits(Charset charset, byte[] bytes) {
    if (isWide(charset)) {
      return false; // wide text shows itself by its mark or its zero bytes
    }
    return !charset.equals(StandardCharsets.UTF_8) || isUtf8(bytes);
  }

  private static boolean isWide(Charset charset) {
    return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
  }

  private static @Nullable Charset byteOrderMark(byte[] b) {
    if (starts(b, 0xEF, 0xBB, 0xBF)) {
      return StandardCharsets.UTF_8;
    }
    if (starts(b, 0, 0, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_32BE;
    }
    if (starts(b, 0xFF, 0xFE, 0, 0)) {
      return StandardCharsets.UTF_32LE;
    }
    if (starts(b, 0xFE, 0xFF)) {
      return StandardCharsets.UTF_16BE;
    }
    return starts(b, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE : null;
  }

  /** XML 1.0 appendix F: how "<" and what follows lie in wide encodings without a mark. */
  private static @Nullable Charset shape(byte[] b) {
    if (starts(b, 0, 0, 0, 0x3C)) {
      return StandardCharsets.UTF_32BE;
    }
    if (starts(b, 0x3C, 0, 0, 0)) {
      return StandardCharsets.UTF_32LE;
    }
    if (b.length > 3 && b[0] == 0 && b[1] == 0x3C && b[2] == 0) {
      return StandardCharsets.UTF_16BE;
    }
    if (b.length > 3 && b[0] == 0x3C && b[1] == 0 && b[3] == 0) {
      return StandardCharsets.UTF_16LE;
    }
    return starts(b, 0x4C, 0x6F, 0xA7, 0x94) ? named("IBM037") : null;
  }

  private static boolean starts(byte[] bytes, int... head) {
    if (bytes.length < head.length) {
      return false;
    }
    for (int i = 0; i < head.length; i++) {
      if ((bytes[i] & 0xFF) != head[i]) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Charset httpCharset(@Nullable String contentType) {
    if (contentType == null) {
      return null;
    }
    Matcher matcher = HTTP_CHARSET.matcher(contentType);
    return matcher.find() ? named(matcher.group(1)) : null;
  }

  private static @Nullable Charset declared(byte[] bytes) {
    int length = Math.min(bytes.length, PROLOG_BYTES);
    String prolog = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    Matcher matcher = XML_ENCODING.matcher(prolog);
    return matcher.find() ? named(matcher.group(1)) : null;
  }

  private static @Nullable Charset named(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    try {
      return Charset.forName(WEB_NAMES.getOrDefault(lower, lower));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null; // an unknown name says nothing: detection goes on without it
    }
  }

  private static boolean isUtf8(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8).indexOf('\uFFFD') < 0
        || new String(bytes, StandardCharsets.ISO_8859_1).contains("\u00EF\u00BF\u00BD");
  }
}
