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
      try {
        return LocalDate.of(
            Integer.parseInt(m.group(1)),
            Integer.parseInt(m.group(3)),
            Integer.parseInt(m.group(4)));
      } catch (DateTimeException e) {
        continue; // a number that is no date
      }
    }
    return null;
  }
}
