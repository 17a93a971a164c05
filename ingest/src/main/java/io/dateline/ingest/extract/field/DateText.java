package io.dateline.ingest.extract.field;

import io.dateline.ingest.extract.scan.DataFile;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a date out of a short text: ISO 8601, RFC 822, and the ways people write dates. */
public final class DateText {

  /** Longer texts are cut before they are read, UTF-16 units. */
  private static final int MAX_CHARS = 400;

  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2050;

  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T _]+(\\d{1,2}):?(\\d{2})(?::?(\\d{2})(?:[.,:]\\d+)?)?)?"
              + "\\s*(Z\\b|[+-]\\s?\\d{2}:?\\d{2}|[A-Z]{2,4}\\b)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern COMPACT =
      Pattern.compile(
          "\\b((?:19|20)\\d{2})(\\d{2})(\\d{2})(?:T?(\\d{2})(\\d{2})(\\d{2})?(Z)?)?\\b");
  private static final Pattern SLASHED_ISO =
      Pattern.compile("\\b((?:19|20)\\d{2})[/.](\\d{1,2})[/.](\\d{1,2})\\b");
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
  private static final Pattern CLOCK =
      Pattern.compile(
          "\\b(\\d{1,2})(?:[:.h]\\s?(\\d{2}))(?::(\\d{2}))?\\s*(a\\.?m\\.?|p\\.?m\\.?)?(?![\\d.]*\\d{4})\\s*(?:uhr|hrs|h\\b)?\\s*\\(?([A-Z]{2,4}\\b|[+-]\\d{2}:?\\d{2})?",
          Pattern.CASE_INSENSITIVE);

  private final Map<String, Integer> months = new HashMap<>();
  private final Map<String, String> zones = new HashMap<>();

  /** Loads {@code dates.txt}. */
  public DateText() {
    Map<String, List<String>> data = DataFile.sections("dates.txt");
    for (String line : data.getOrDefault("months", List.of())) {
      String[] parts = line.split("\\s+");
      for (int i = 1; i < parts.length; i++) {
        months.put(parts[i], Integer.parseInt(parts[0]));
      }
    }
    for (String line : data.getOrDefault("zones", List.of())) {
      String[] parts = line.split("\\s+");
      zones.put(parts[0], parts[1]);
    }
  }

  /**
   * A moment read from text.
   *
   * @param at the moment; midnight when no clock time stood there
   * @param clock whether a clock time stood there
   * @param zoned whether the zone stood there
   */
  public record Moment(OffsetDateTime at, boolean clock, boolean zoned) {}

  /**
   * The first date in a text; null when there is none.
   *
   * @param raw the text
   * @param home zone of dates that state none
   * @param monthFirst whether 3/4/2020 is the fourth of March
   */
  public @Nullable Moment read(String raw, ZoneId home, boolean monthFirst) {
    String text = raw.length() > MAX_CHARS ? raw.substring(0, MAX_CHARS) : raw;
    Matcher iso = ISO.matcher(text);
    if (iso.find()) {
      Moment moment = fromIso(iso, home);
      if (moment != null) {
        return moment;
      }
    }
    Day day = day(text, monthFirst);
    return day == null ? null : withClock(day, text, home);
  }

  private @Nullable Moment fromIso(Matcher m, ZoneId home) {
    try {
      boolean clock = m.group(4) != null;
      LocalDateTime local =
          LocalDateTime.of(
              number(m, 1),
              number(m, 2),
              number(m, 3),
              clock ? number(m, 4) % 24 : 0,
              clock ? number(m, 5) : 0,
              number(m, 6) % 60);
      if (!isLikely(local.getYear())) {
        return null;
      }
      return zoned(local, clock, clock ? m.group(7) : null, home);
    } catch (DateTimeException e) {
      return null; // 2020-13-45 is not a date
    }
  }

  private static int number(Matcher m, int group) {
    return m.group(group) == null ? 0 : Integer.parseInt(m.group(group));
  }

  private record Day(int year, int month, int day, int start, int end) {}

  private @Nullable Day day(String text, boolean monthFirst) {
    Day best = plain(DOTTED.matcher(text), monthFirst);
    best = earlier(ordered(CJK.matcher(text)), best);
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

  private static @Nullable Day valid(int year, int month, int day, Matcher m) {
    boolean valid =
        isLikely(year)
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= java.time.YearMonth.of(year, month).lengthOfMonth();
    return valid ? new Day(year, month, day, m.start(), m.end()) : null;
  }

  private static boolean isLikely(int year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  private Moment withClock(Day day, String text, ZoneId home) {
    LocalDateTime midnight = LocalDateTime.of(day.year, day.month, day.day, 0, 0);
    Matcher compact = COMPACT.matcher(text);
    if (compact.find() && compact.start() == day.start && compact.group(4) != null) {
      LocalDateTime at = midnight.plusHours(number(compact, 4)).plusMinutes(number(compact, 5));
      return zoned(at, true, compact.group(7), home);
    }
    Matcher m = CLOCK.matcher(text);
    int from = day.end;
    if (!m.find(from)) {
      m = CLOCK.matcher(text.substring(0, day.start));
      from = -1;
      if (!m.find()) {
        return zoned(midnight, false, null, home);
      }
    }
    int hour = number(m, 1);
    int minute = number(m, 2);
    if (hour > 23 || minute > 59 || (from >= 0 && m.start() - from > 40)) {
      return zoned(midnight, false, null, home);
    }
    String half = m.group(4) == null ? "" : m.group(4).toLowerCase(Locale.ROOT);
    hour = half.startsWith("p") && hour < 12 ? hour + 12 : hour;
    hour = half.startsWith("a") && hour == 12 ? 0 : hour;
    return zoned(midnight.plusHours(hour).plusMinutes(minute), true, m.group(5), home);
  }

  private Moment zoned(LocalDateTime local, boolean clock, @Nullable String zone, ZoneId home) {
    ZoneOffset offset = zone == null ? null : offset(zone.replace(" ", ""), local);
    if (offset != null) {
      OffsetDateTime at = local.atOffset(offset);
      boolean universal = offset.getTotalSeconds() == 0 && clock;
      return new Moment(
          universal ? at.atZoneSameInstant(home).toOffsetDateTime() : at, clock, true);
    }
    return new Moment(local.atZone(home).toOffsetDateTime(), clock, false);
  }

  private @Nullable ZoneOffset offset(String zone, LocalDateTime local) {
    char first = zone.charAt(0);
    if (first == '+' || first == '-') {
      try {
        String digits = zone.substring(1).replace(":", "");
        int minutes =
            Integer.parseInt(digits.substring(0, 2)) * 60 + Integer.parseInt(digits.substring(2));
        return ZoneOffset.ofTotalSeconds((first == '-' ? -minutes : minutes) * 60);
      } catch (DateTimeException e) {
        return null; // +99:00 is no zone
      }
    }
    String name = zones.get(zone.toUpperCase(Locale.ROOT));
    return name == null ? null : ZoneId.of(name).getRules().getOffset(local);
  }
}
