package io.dateline.ingest.extract.field;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the first day in a text, as people of many countries write days. */
final class DayText {

  /** A day in digits, and its clock in groups 4 to 7. */
  static final Pattern COMPACT =
      Pattern.compile(
          "\\b((?:19|20)\\d{2})(\\d{2})(\\d{2})(?:T?(\\d{2})(\\d{2})(\\d{2})?(Z)?)?\\b");

  private static final Pattern SLASHED_ISO =
      Pattern.compile("\\b((?:19|20)\\d{2})[/.]\\s?(\\d{1,2})[/.]\\s?(\\d{1,2})\\b");
  private static final Pattern DOTTED =
      Pattern.compile("(?<!\\d)(\\d{1,2})[./-]\\s?(\\d{1,2})[./-]\\s?((?:19|20)\\d{2}|\\d{2}\\b)");
  private static final Pattern DAY_MONTH =
      Pattern.compile(
          "\\b(\\d{1,2})(?:st|nd|rd|th|er|º|ª)?\\.?(?:\\s+(?:de|of)\\b)?[\\s/-]*(\\p{L}{3,12})\\.?,?(?:\\s+del?\\b)?[\\s/-]+((?:19|20)\\d{2})",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MONTH_DAY =
      Pattern.compile(
          "\\b(\\p{L}{3,12})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+((?:19|20)\\d{2})",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CJK =
      Pattern.compile("(\\d{4})\\s?[年년]\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일]");
  private static final Pattern ERA =
      Pattern.compile("(\\p{IsHan}{2})\\s?(\\d{1,3}|元)\\s?年\\s?(\\d{1,2})\\s?月\\s?(\\d{1,2})\\s?日");

  private final Map<String, Integer> months = new HashMap<>();
  private final Map<String, Integer> eras = new HashMap<>();

  /** Over the sections {@code months} and {@code eras} of {@code dates.txt}. */
  DayText(Map<String, List<String>> data) {
    for (String line : data.getOrDefault("months", List.of())) {
      String[] parts = line.split("\\s+");
      for (int i = 1; i < parts.length; i++) {
        months.put(parts[i], Integer.parseInt(parts[0]));
      }
    }
    for (String line : data.getOrDefault("eras", List.of())) {
      String[] parts = line.split("\\s+");
      eras.put(parts[0], Integer.parseInt(parts[1]));
    }
  }

  /**
   * A day and where it stands in the text.
   *
   * @param start its first character
   * @param end one behind its last
   */
  record Day(int year, int month, int day, int start, int end) {

    /** Its first minute. */
    LocalDateTime midnight() {
      return LocalDateTime.of(year, month, day, 0, 0);
    }
  }

  /**
   * The first day in a text; null when there is none.
   *
   * @param monthFirst whether 3/4/2020 is the fourth of March
   */
  @Nullable Day first(String text, boolean monthFirst) {
    Day best = plain(DOTTED.matcher(text), monthFirst);
    if (text.indexOf('年') >= 0 || text.indexOf('년') >= 0) {
      best = earlier(ordered(CJK.matcher(text)), best);
      best = earlier(inEra(ERA.matcher(text)), best);
    }
    if (hasYear(text)) {
      best = earlier(ordered(COMPACT.matcher(text)), best);
      best = earlier(ordered(SLASHED_ISO.matcher(text)), best);
      best = earlier(named(MONTH_DAY.matcher(text), 2, 1), best);
      best = earlier(named(DAY_MONTH.matcher(text), 1, 2), best);
    }
    return best;
  }

  /** The one that stands first; of equals the first one given. */
  private static @Nullable Day earlier(@Nullable Day one, @Nullable Day other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return other.start < one.start ? other : one;
  }

  /** Whether a year from 1900 to 2099 may stand there: most patterns want one. */
  private static boolean hasYear(String text) {
    for (int i = 0; i + 3 < text.length(); i++) {
      char first = text.charAt(i);
      if ((first == '1' || first == '2')
          && text.charAt(i + 1) == (first == '1' ? '9' : '0')
          && isDigit(text.charAt(i + 2))
          && isDigit(text.charAt(i + 3))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private @Nullable Day named(Matcher m, int dayGroup, int monthGroup) {
    while (m.find()) {
      Integer month = months.get(m.group(monthGroup).toLowerCase(Locale.ROOT));
      int day = number(m, dayGroup);
      if (month != null && day >= 1 && day <= 31) {
        return valid(number(m, 3), month, day, m);
      }
    }
    return null;
  }

  private static @Nullable Day plain(Matcher m, boolean monthFirst) {
    while (m.find()) {
      int first = number(m, 1);
      int second = number(m, 2);
      int year = number(m, 3);
      year = year < 100 ? 2000 + year : year;
      boolean swap = second > 12 || (monthFirst && first <= 12 && !m.group().contains("."));
      Day day = valid(year, swap ? first : second, swap ? second : first, m);
      if (day != null) {
        return day;
      }
    }
    return null;
  }

  private static @Nullable Day ordered(Matcher m) {
    while (m.find()) {
      Day day = valid(number(m, 1), number(m, 2), number(m, 3), m);
      if (day != null) {
        return day;
      }
    }
    return null;
  }

  /** "令和6年5月6日": the first year of an era is its year one. */
  private @Nullable Day inEra(Matcher m) {
    while (m.find()) {
      Integer before = eras.get(m.group(1));
      if (before != null) {
        int year = m.group(2).equals("元") ? 1 : number(m, 2);
        return valid(before + year, number(m, 3), number(m, 4), m);
      }
    }
    return null;
  }

  private static @Nullable Day valid(int year, int month, int day, Matcher m) {
    boolean valid =
        DateText.isLikely(year)
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= YearMonth.of(year, month).lengthOfMonth();
    return valid ? new Day(year, month, day, m.start(), m.end()) : null;
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }
}
