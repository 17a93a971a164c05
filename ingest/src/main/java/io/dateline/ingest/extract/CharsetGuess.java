package io.dateline.ingest.extract;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Guesses the encoding of undeclared bytes: UTF-8 when they are good UTF-8, an East Asian encoding
 * when they decode cleanly to what such texts are made of, Cyrillic when high bytes make words of
 * it, else windows-1252.
 */
final class CharsetGuess {

  /** How much is looked at, bytes. */
  private static final int SAMPLE_BYTES = 256 * 1024;

  /** Fewer high bytes than this prove nothing about East Asia. */
  private static final int MIN_HIGH_BYTES = 4;

  private static final List<String> MULTI_BYTE =
      List.of("euc-jp", "shift_jis", "big5", "euc-kr", "gbk");

  private CharsetGuess() {}

  /** The name of the likeliest encoding. */
  static String of(byte[] bytes) {
    if (PageDecoder.strictUtf8(bytes) != null) {
      return "utf-8";
    }
    byte[] sample = bytes.length > SAMPLE_BYTES ? Arrays.copyOf(bytes, SAMPLE_BYTES) : bytes;
    int high = highBytes(sample);
    if (high < MIN_HIGH_BYTES) {
      return "windows-1252";
    }
    String eastern = inCompany(sample) * 2 > high ? eastern(sample) : null;
    if (eastern != null) {
      return eastern;
    }
    return cyrillic(sample, high);
  }

  private static int highBytes(byte[] bytes) {
    int high = 0;
    for (byte b : bytes) {
      if (b < 0) {
        high++;
      }
    }
    return high;
  }

  /**
   * High bytes with another one at most two bytes away: characters of two bytes stand side by side,
   * while the umlauts of a German text stand alone between ASCII letters, with which they would
   * make good GBK.
   */
  private static int inCompany(byte[] bytes) {
    int count = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] < 0
          && (isHigh(bytes, i - 2)
              || isHigh(bytes, i - 1)
              || isHigh(bytes, i + 1)
              || isHigh(bytes, i + 2))) {
        count++;
      }
    }
    return count;
  }

  private static boolean isHigh(byte[] bytes, int at) {
    return at >= 0 && at < bytes.length && bytes[at] < 0;
  }

  private static @Nullable String eastern(byte[] sample) {
    String best = null;
    double bestScore = 0.5;
    for (String name : MULTI_BYTE) {
      String text = decodeTail(sample, EncodingLabels.charset(name));
      double score = text == null ? 0 : likeness(name, text);
      if (score > bestScore) {
        best = name;
        bestScore = score;
      }
    }
    return best;
  }

  /** Strict decoding that forgives a character cut at the sample's end. */
  private static @Nullable String decodeTail(byte[] sample, Charset charset) {
    for (int cut = 0; cut < 4 && cut < sample.length; cut++) {
      String text = PageDecoder.decodeStrictly(Arrays.copyOf(sample, sample.length - cut), charset);
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  /** Share of the characters beyond ASCII that texts in this encoding commonly hold. */
  private static double likeness(String name, String text) {
    int common = 0;
    int all = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        continue;
      }
      all++;
      boolean kana = c >= 0x3040 && c <= 0x30FF;
      boolean hangul = c >= 0xAC00 && c <= 0xD7A3;
      boolean han = c >= 0x4E00 && c <= 0x9FFF;
      boolean sign = (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF60);
      if (sign || isTypical(name, kana, hangul, han)) {
        common++;
      }
    }
    return all == 0 ? 0 : (double) common / all * weight(name, text);
  }

  private static boolean isTypical(String name, boolean kana, boolean hangul, boolean han) {
    return switch (name) {
      case "euc-kr" -> hangul;
      case "euc-jp", "shift_jis" -> kana || han;
      default -> han;
    };
  }

  /** Japanese without kana is not Japanese; Chinese uses a few characters very often. */
  private static double weight(String name, String text) {
    if (name.equals("euc-jp") || name.equals("shift_jis")) {
      long kana = text.chars().filter(c -> c >= 0x3040 && c <= 0x30FF).count();
      return kana * 20 > text.chars().filter(c -> c > 0x2FFF).count() ? 1.1 : 0.4;
    }
    if (name.equals("euc-kr")) {
      return 1;
    }
    String frequent = name.equals("big5") ? "的是不我一有大在人了中到資這個" : "的是不我一有大在人了中到资这个";
    long hits = text.chars().filter(c -> frequent.indexOf(c) >= 0).count();
    return hits * 50 > text.chars().filter(c -> c > 0x2FFF).count() ? 1.05 : 0.7;
  }

  private static String cyrillic(byte[] sample, int high) {
    int letters = 0;
    int koiLower = 0;
    int winLower = 0;
    boolean before = false;
    for (byte b : sample) {
      int u = b & 0xFF;
      boolean letter = u >= 0xC0;
      if (letter && before) {
        letters++;
        koiLower += u < 0xE0 ? 1 : 0;
        winLower += u >= 0xE0 ? 1 : 0;
      }
      before = letter;
    }
    if (letters * 2 < high) {
      return "windows-1252";
    }
    return koiLower > winLower ? "koi8-r" : "windows-1251";
  }
}
