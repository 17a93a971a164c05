package io.dateline.ingest.extract;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What labels mean on the web (WHATWG Encoding Standard), which is not always what they say. */
final class EncodingLabels {

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("utf8", "utf-8"),
          Map.entry("unicode-1-1-utf-8", "utf-8"),
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("iso8859-1", "windows-1252"),
          Map.entry("iso_8859-1", "windows-1252"),
          Map.entry("iso88591", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("latin-1", "windows-1252"),
          Map.entry("l1", "windows-1252"),
          Map.entry("ascii", "windows-1252"),
          Map.entry("us-ascii", "windows-1252"),
          Map.entry("ansi_x3.4-1968", "windows-1252"),
          Map.entry("cp1252", "windows-1252"),
          Map.entry("x-cp1252", "windows-1252"),
          Map.entry("x-user-defined", "windows-1252"),
          Map.entry("cp1250", "windows-1250"),
          Map.entry("x-cp1250", "windows-1250"),
          Map.entry("cp1251", "windows-1251"),
          Map.entry("x-cp1251", "windows-1251"),
          Map.entry("latin2", "iso-8859-2"),
          Map.entry("iso8859-2", "iso-8859-2"),
          Map.entry("iso_8859-2", "iso-8859-2"),
          Map.entry("iso8859-15", "iso-8859-15"),
          Map.entry("latin9", "iso-8859-15"),
          Map.entry("latin-9", "iso-8859-15"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("latin5", "windows-1254"),
          Map.entry("iso-8859-11", "windows-874"),
          Map.entry("tis-620", "windows-874"),
          Map.entry("koi8", "koi8-r"),
          Map.entry("shift-jis", "shift_jis"),
          Map.entry("sjis", "shift_jis"),
          Map.entry("x-sjis", "shift_jis"),
          Map.entry("ms_kanji", "shift_jis"),
          Map.entry("windows-31j", "shift_jis"),
          Map.entry("x-euc-jp", "euc-jp"),
          Map.entry("euc_jp", "euc-jp"),
          Map.entry("ks_c_5601-1987", "euc-kr"),
          Map.entry("ksc5601", "euc-kr"),
          Map.entry("windows-949", "euc-kr"),
          Map.entry("gb2312", "gbk"),
          Map.entry("gb_2312-80", "gbk"),
          Map.entry("x-gbk", "gbk"),
          Map.entry("chinese", "gbk"),
          Map.entry("big5-hkscs", "big5"),
          Map.entry("cn-big5", "big5"),
          Map.entry("x-x-big5", "big5"),
          Map.entry("utf-16", "utf-16le"),
          Map.entry("unicode", "utf-16le"));

  /** Encodings whose Java decoder is a superset under another name. */
  private static final Map<String, String> JAVA_NAMES =
      Map.of(
          "shift_jis", "windows-31j",
          "euc-kr", "x-windows-949",
          "gbk", "GB18030",
          "big5", "Big5-HKSCS",
          "windows-874", "x-windows-874",
          "x-mac-cyrillic", "x-MacUkraine",
          "macintosh", "x-MacRoman");

  private EncodingLabels() {}

  /** The lower-case name a label stands for, or null when nothing is known by it. */
  static @Nullable String canonical(String label) {
    String key = strip(label).toLowerCase(Locale.ROOT);
    String name = NAMES.getOrDefault(key, key);
    try {
      return !name.isEmpty() && Charset.isSupported(JAVA_NAMES.getOrDefault(name, name))
          ? name
          : null;
    } catch (IllegalCharsetNameException e) {
      return null; // a label that cannot be a name names nothing
    }
  }

  /** The decoder of a name given by {@link #canonical}. */
  static Charset charset(String name) {
    String java = JAVA_NAMES.getOrDefault(name, name);
    return Charset.isSupported(java) ? Charset.forName(java) : StandardCharsets.UTF_8;
  }

  private static String strip(String label) {
    String bare = label.strip();
    while (!bare.isEmpty() && "\"';".indexOf(bare.charAt(0)) >= 0) {
      bare = bare.substring(1);
    }
    while (!bare.isEmpty() && "\"';".indexOf(bare.charAt(bare.length() - 1)) >= 0) {
      bare = bare.substring(0, bare.length() - 1);
    }
    return bare.strip();
  }
}
