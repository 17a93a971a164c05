package io.dateline.ingest.extract.field;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the date out of an address: {@code /2024/03/05/} and the like. */
final class AddressDate {

  private static final Pattern DATE =
      Pattern.compile("[/_-]((?:199|20\\d)\\d)([/_-]?)(\\d{2})\\2(\\d{2})(?=[/_.-]|$)");

  /** "/29-10-2021": only with its separators, for bare digits are numbers of articles. */
  private static final Pattern DAY_FIRST =
      Pattern.compile("[/_-](\\d{2})([_.-])(\\d{2})\\2(20\\d\\d)(?=[/_.-]|$)");

  private AddressDate() {}

  /** Midnight of the day it names; null when it names none. */
  static @Nullable OffsetDateTime read(String url, ZoneId home) {
    LocalDate day = day(url);
    return day == null ? null : day.atStartOfDay(home).toOffsetDateTime();
  }

  /** The day it names; null when it names none. */
  static @Nullable LocalDate day(String url) {
    Matcher m = DATE.matcher(url);
    while (m.find()) {
      LocalDate day = dayOf(m.group(1), m.group(3), m.group(4));
      if (day != null) {
        return day;
      }
    }
    m = DAY_FIRST.matcher(url);
    return m.find() ? dayOf(m.group(4), m.group(3), m.group(1)) : null;
  }

  /** Null for a number that is no date. */
  private static @Nullable LocalDate dayOf(String year, String month, String day) {
    try {
      return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
