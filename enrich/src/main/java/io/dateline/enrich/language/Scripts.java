package io.dateline.enrich.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What the writing alone says of a text's language. */
final class Scripts {

  /** Scripts that one language of the news uses. */
  private static final Map<UnicodeScript, String> ALONE =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(UnicodeScript.HANGUL, "ko"),
              Map.entry(UnicodeScript.GREEK, "el"),
              Map.entry(UnicodeScript.HEBREW, "he"),
              Map.entry(UnicodeScript.ARMENIAN, "hy"),
              Map.entry(UnicodeScript.GEORGIAN, "ka"),
              Map.entry(UnicodeScript.THAI, "th"),
              Map.entry(UnicodeScript.LAO, "lo"),
              Map.entry(UnicodeScript.KHMER, "km"),
              Map.entry(UnicodeScript.MYANMAR, "my"),
              Map.entry(UnicodeScript.SINHALA, "si"),
              Map.entry(UnicodeScript.ETHIOPIC, "am"),
              Map.entry(UnicodeScript.TAMIL, "ta"),
              Map.entry(UnicodeScript.TELUGU, "te"),
              Map.entry(UnicodeScript.KANNADA, "kn"),
              Map.entry(UnicodeScript.MALAYALAM, "ml"),
              Map.entry(UnicodeScript.GUJARATI, "gu"),
              Map.entry(UnicodeScript.GURMUKHI, "pa"),
              Map.entry(UnicodeScript.BENGALI, "bn"),
              Map.entry(UnicodeScript.TIBETAN, "bo")));

  /** Of Han and Kana, so much Kana makes it Japanese. */
  private static final double KANA = 0.08;

  /** A script must have more than this share of the letters. */
  private static final double MAJORITY = 0.5;

  /** A character of East Asia says as much as so many letters. */
  private static final int WIDE = 3;

  private Scripts() {}

  /** How many letters of each script. */
  static Map<UnicodeScript, Integer> count(CharSequence text) {
    Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
    int latin = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c < 0x250)) {
        latin++;
      } else if (c >= 0x250 && Character.isLetter(c)) {
        int letters = c >= 0x2E80 ? WIDE : 1;
        counts.merge(UnicodeScript.of(c), letters, Integer::sum);
      }
    }
    if (latin > 0) {
      counts.merge(UnicodeScript.LATIN, latin, Integer::sum);
    }
    return counts;
  }

  /** The language, where one script that has the majority leaves no choice. */
  static Optional<String> language(Map<UnicodeScript, Integer> counts) {
    int all = counts.values().stream().mapToInt(n -> n).sum();
    int kana =
        counts.getOrDefault(UnicodeScript.HIRAGANA, 0)
            + counts.getOrDefault(UnicodeScript.KATAKANA, 0);
    int east = kana + counts.getOrDefault(UnicodeScript.HAN, 0);
    if (east > MAJORITY * all) {
      return Optional.of(kana > KANA * east ? "ja" : "zh");
    }
    return counts.entrySet().stream()
        .filter(e -> e.getValue() > MAJORITY * all && ALONE.containsKey(e.getKey()))
        .map(e -> ALONE.getOrDefault(e.getKey(), ""))
        .findFirst();
  }

  /** The script with most letters. */
  static UnicodeScript main(Map<UnicodeScript, Integer> counts) {
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(UnicodeScript.COMMON);
  }
}
