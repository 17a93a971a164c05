package io.dateline.ingest.feed;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** W3CDTF and ISO 8601 in the forms feeds use: parts left out, basic form, ordinal days. */
final class IsoDate {

  private static final Pattern EXTENDED =
      Pattern.compile(
          "(\\d{4})(?:-(0?\\d{1,2})(?:-(\\d{1,2}))?)?"
              + "(?:[Tt_ ]+(\\d{1,2})(?::?(\\d{1,2})(?::?(\\d{1,2})(?:[.,:](\\d+))?)?)?\\s*(.*))?");
  private static final Pattern BASIC =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:[Tt](\\d{2})(\\d{2})(\\d{2})?\\s*(.*))?");
  private static final Pattern ORDINAL = Pattern.compile("(\\d{4})-?(\\d{3})(?:[Tt].*)?");
  private static final Pattern CENTURY = Pattern.compile("(\\d{2})(-?)(\\d{2})\\2(\\d{2})");
  private static final Pattern CENTURY_MONTH = Pattern.compile("-(\\d{2})-(\\d{2})");

  /** What is meant as ISO 8601, so that no other reading of it can be right. */
  private static final Pattern MEANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt].*");

  private static final int LEAP_SECOND = 60;

  private IsoDate() {}

  /** Whether a text that {@link #parse} refuses is no date at all. */
  static boolean isMeant(String text) {
    return MEANT.matcher(text).matches();
  }

  static @Nullable OffsetDateTime parse(String text) {
    Matcher basic = BASIC.matcher(text);
    if (basic.matches()) {
      return at(
          date(basic, 1, 2, 3), basic.group(4), basic.group(5), basic.group(6), basic.group(7));
    }
    Matcher ordinal = ORDINAL.matcher(text);
    if (ordinal.matches()) {
      int day = Integer.parseInt(ordinal.group(2));
      LocalDate date =
          LocalDate.of(Integer.parseInt(ordinal.group(1)), 1, 1).with(ChronoField.DAY_OF_YEAR, day);
      return at(date, null, null, null, null);
    }
    Matcher extended = EXTENDED.matcher(text);
    if (extended.matches()) {
      return at(
          date(extended, 1, 2, 3),
          extended.group(4),
          extended.group(5),
          extended.group(6),
          extended.group(8));
    }
    return shortYear(text);
  }

  /** Years of two digits. */
  private static @Nullable OffsetDateTime shortYear(String text) {
    Matcher month = CENTURY_MONTH.matcher(text);
    if (month.matches()) {
      return at(century(month.group(1), month.group(2), "1"), null, null, null, null);
    }
    Matcher day = CENTURY.matcher(text);
    return day.matches()
        ? at(century(day.group(1), day.group(3), day.group(4)), null, null, null, null)
        : null;
  }

  private static LocalDate century(String digits, String month, String day) {
    int year = Integer.parseInt(digits);
    return LocalDate.of(
        year + (year < 70 ? 2000 : 1900), Integer.parseInt(month), Integer.parseInt(day));
  }

  private static LocalDate date(Matcher matcher, int year, int month, int day) {
    // a day too many is the first of the next month, as other readers have it
    return LocalDate.of(Integer.parseInt(matcher.group(year)), 1, 1)
        .plusMonths(number(matcher.group(month), 1) - 1L)
        .plusDays(number(matcher.group(day), 1) - 1L);
  }

  private static @Nullable OffsetDateTime at(
      LocalDate date,
      @Nullable String hour,
      @Nullable String minute,
      @Nullable String second,
      @Nullable String zone) {
    if (number(second, 0) > LEAP_SECOND) {
      return null;
    }
    ZoneOffset offset = ZoneOffset.UTC;
    if (zone != null && !zone.isBlank()) {
      ZoneOffset stated = Zones.offset(zone);
      if (stated == null) {
        return null;
      }
      offset = stated;
    }
    LocalDateTime start = date.atStartOfDay();
    return start
        .plusHours(number(hour, 0))
        .plusMinutes(number(minute, 0))
        .plusSeconds(number(second, 0))
        .atOffset(offset);
  }

  private static int number(@Nullable String digits, int otherwise) {
    return digits == null || digits.isEmpty() ? otherwise : Integer.parseInt(digits);
  }
}
