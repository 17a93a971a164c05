package io.dateline.ingest.extract.field;

import io.dateline.ingest.extract.scan.DataFile;
import java.time.DateTimeException;
import java.time.Instant;
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

  /** Seconds or milliseconds since 1970, as scripts write them. */
  private static final Pattern EPOCH = Pattern.compile("\\s*(\\d{9,10})(\\d{3})?\\s*");

  private final DayText days;
  private final Map<String, String> zones = new HashMap<>();

  /** Loads {@code dates.txt}. */
  public DateText() {
    Map<String, List<String>> data = DataFile.sections("dates.txt");
    days = new DayText(data);
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
    String text = narrow(raw.length() > MAX_CHARS ? raw.substring(0, MAX_CHARS) : raw);
    Matcher iso = ISO.matcher(text);
    if (iso.find()) {
      Moment moment = fromIso(iso, home);
      if (moment != null) {
        return moment;
      }
    }
    DayText.Day day = days.first(text, monthFirst);
    return day == null ? null : withClock(day, text, home);
  }

  /**
   * The same of a value that a machine wrote, which may be seconds or milliseconds since 1970.
   *
   * @param home zone of dates that state none
   * @param monthFirst whether 3/4/2020 is the fourth of March
   */
  public @Nullable Moment readValue(String raw, ZoneId home, boolean monthFirst) {
    Matcher epoch = EPOCH.matcher(raw);
    if (!epoch.matches()) {
      return read(raw, home, monthFirst);
    }
    OffsetDateTime at =
        Instant.ofEpochSecond(Long.parseLong(epoch.group(1))).atZone(home).toOffsetDateTime();
    return isLikely(at.getYear()) ? new Moment(at, true, true) : null;
  }

  /** Full-width digits and colons as the plain ones. */
  private static String narrow(String text) {
    char[] chars = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '０' && c <= '：') {
        chars = chars == null ? text.toCharArray() : chars;
        chars[i] = (char) (c - '０' + '0');
      }
    }
    return chars == null ? text : new String(chars);
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

  static boolean isLikely(int year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  private Moment withClock(DayText.Day day, String text, ZoneId home) {
    LocalDateTime midnight = day.midnight();
    Matcher compact = DayText.COMPACT.matcher(text);
    if (compact.find() && compact.start() == day.start() && compact.group(4) != null) {
      LocalDateTime at = midnight.plusHours(number(compact, 4)).plusMinutes(number(compact, 5));
      return zoned(at, true, compact.group(7), home);
    }
    ClockText.Clock clock = ClockText.beside(text, day.start(), day.end());
    if (clock == null) {
      return zoned(midnight, false, null, home);
    }
    return zoned(
        midnight.plusHours(clock.hour()).plusMinutes(clock.minute()), true, clock.zone(), home);
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
