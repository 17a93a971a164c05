package io.dateline.ingest.feed;

import java.text.DateFormatSymbols;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names of the months, long and short, in the languages of the outlets we read. */
final class MonthNames {

  private static final List<String> LANGUAGES =
      List.of(
          "en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sk", "hu", "ro", "bg", "hr", "sl",
          "sr", "uk", "be", "ru", "sv", "da", "nb", "fi", "et", "lv", "lt", "el", "tr", "id", "ms",
          "vi", "ar", "fa", "he", "hi", "bn", "ka", "hy", "az", "ca", "gl", "eu", "is", "sq");

  private static final Map<String, Integer> NUMBERS = build();

  private MonthNames() {}

  /** 1 to 12, or 0 when it is not the name of a month. */
  static int number(String word) {
    Integer number = NUMBERS.get(fold(word));
    return number == null ? 0 : number;
  }

  private static Map<String, Integer> build() {
    Map<String, Integer> numbers = new HashMap<>();
    for (String language : LANGUAGES) {
      DateFormatSymbols symbols = DateFormatSymbols.getInstance(Locale.forLanguageTag(language));
      for (String[] names : List.of(symbols.getMonths(), symbols.getShortMonths())) {
        for (int month = 0; month < 12; month++) {
          add(numbers, names[month], month + 1);
        }
      }
    }
    add(numbers, "sept", 9);
    add(numbers, "jänner", 1);
    add(numbers, "jän", 1);
    add(numbers, "feber", 2);
    add(numbers, "maerz", 3);
    add(numbers, "mrz", 3);
    add(numbers, "mär", 3);
    add(numbers, "okt", 10);
    add(numbers, "dez", 12);
    return Map.copyOf(numbers);
  }

  private static void add(Map<String, Integer> numbers, String name, int month) {
    String folded = fold(name);
    if (!folded.isEmpty() && !folded.chars().allMatch(Character::isDigit)) {
      numbers.putIfAbsent(folded, month);
    }
  }

  private static String fold(String word) {
    String lower = Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return lower.replace(".", "").strip();
  }
}
