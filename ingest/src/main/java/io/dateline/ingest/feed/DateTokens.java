package io.dateline.ingest.feed;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A date in words taken apart: time first, then zone, then day, month and year. */
final class DateTokens {

  private static final Pattern TIME =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})\\s*(?::|h(?=\\d)|\\.(?=\\d{2}(?:\\.\\d{2})?\\s*(?:uhr|am|pm|[ap]\\.m)|(?<=\\.\\d{4} \\d{1,2}\\.)\\d{2}$))"
              + "\\s*(\\d{1,2})(?:[:.](\\d{1,2})(?:[.,]\\d+)?)?"
              + "\\s*(?:([ap])\\.?m\\b\\.?)?(?:\\s*uhr)?");
  private static final Pattern HOUR =
      Pattern.compile("(?<!\\d)(\\d{1,2})\\s*(?:([ap])\\.?m\\b\\.?|uhr|h\\b)");
  private static final Pattern OFFSET =
      Pattern.compile(
          "(?:\\b(?:gmt|utc)\\s*)?([+\\u2212-]\\d{2}:?\\d{2}|(?<=gmt|utc)[+-]\\d{1,2})\\s*(?:\\(.*\\))?$");
  private static final Pattern NO_OFFSET =
      Pattern.compile("[+-](?:[a-z]{2}:?\\d{2}|\\d{2}:?[a-z]{2})\\s*$");
  private static final Pattern ATLANTIC = Pattern.compile("(?<=\\d)\\s+at$");
  private static final Pattern KOREAN = Pattern.compile("오전|오후|년.*월.*일");
  private static final ZoneOffset KOREA = ZoneOffset.ofHours(9);
  private static final ZoneOffset ATLANTIC_OFFSET = ZoneOffset.ofHours(-4);
  private static final Pattern SLASHED =
      Pattern.compile("(?<!\\d)(\\d{1,4}) ?[/.\\-] ?(\\d{1,2}) ?[/.\\-] ?(\\d{1,4})(?!\\d)");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}']+\\.?|\\d+");

  private static final int NOON = 12;

  private final @Nullable LocalDate seen;
  private String text;
  private int hour;
  private int minute;
  private int second;
  private ZoneOffset offset = ZoneOffset.UTC;
  private @Nullable LocalDate date;

  private DateTokens(String text, @Nullable LocalDate seen) {
    this.text = text;
    this.seen = seen;
  }

  static DateTokens read(String text, @Nullable LocalDate seen) {
    DateTokens tokens = new DateTokens(text, seen);
    tokens.takeZone();
    tokens.takeTime();
    tokens.takeDate();
    return tokens;
  }

  ZoneOffset offset() {
    return offset;
  }

  @Nullable LocalDateTime local() {
    if (date == null) {
      return null;
    }
    int seconds = Math.min(second, 59);
    return hour == 24 ? date.plusDays(1).atStartOfDay() : date.atTime(hour, minute, seconds);
  }

  private void takeZone() {
    if (NO_OFFSET.matcher(text).find()) {
      throw new DateTimeException("no such offset: " + text);
    }
    if (KOREAN.matcher(text).find()) {
      offset = KOREA; // nobody else writes so, and nobody there states it
      text = text.replaceAll("\\s*[년월]\\s*", "-").replace("일", " ");
    }
    Matcher atlantic = ATLANTIC.matcher(text);
    if (atlantic.find()) {
      offset = ATLANTIC_OFFSET;
      text = text.substring(0, atlantic.start());
    }
    Matcher matcher = OFFSET.matcher(text);
    if (matcher.find() && TIME.matcher(text.substring(0, matcher.start())).find()) {
      ZoneOffset stated = Zones.offset(matcher.group(1));
      offset = stated == null ? ZoneOffset.UTC : stated;
      text = text.substring(0, matcher.start());
    }
  }

  private void takeTime() {
    boolean afternoon = text.contains("오후");
    text = text.replaceAll("오전|오후", " ");
    readTime();
    if (afternoon) {
      halfDay("p");
    }
  }

  private void readTime() {
    Matcher matcher = TIME.matcher(text);
    if (matcher.find()) {
      hour = Integer.parseInt(matcher.group(1));
      minute = Integer.parseInt(matcher.group(2));
      second = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
      halfDay(matcher.group(4));
      cut(matcher);
      return;
    }
    Matcher alone = HOUR.matcher(text);
    if (alone.find()) {
      hour = Integer.parseInt(alone.group(1));
      halfDay(alone.group(2));
      cut(alone);
    } else if (text.endsWith(" noon")) {
      hour = NOON;
    }
  }

  private void halfDay(@Nullable String mark) {
    if (mark != null && mark.equals("p") && hour < NOON) {
      hour += 12;
    } else if (mark != null && mark.equals("a") && hour == NOON) {
      hour = 0;
    }
  }

  private void cut(Matcher matcher) {
    text = text.substring(0, matcher.start()) + " " + text.substring(matcher.end());
  }

  private void takeDate() {
    Matcher slashed = SLASHED.matcher(text);
    if (slashed.find()) {
      date = numeric(slashed.group(1), slashed.group(2), slashed.group(3), slashed.group());
      namedZone(slashed.end());
      return;
    }
    int month = 0;
    List<String> numbers = new ArrayList<>();
    Matcher words = WORD.matcher(text);
    while (words.find()) {
      String word = words.group();
      if (Character.isDigit(word.charAt(0))) {
        numbers.add(word);
      } else if (month == 0 && MonthNames.number(word) > 0) {
        month = MonthNames.number(word);
      } else {
        ZoneOffset zone = Zones.named(word);
        offset = zone == null ? offset : zone;
      }
    }
    date = inWords(month, numbers);
  }

  private void namedZone(int from) {
    Matcher words = WORD.matcher(text);
    while (words.find(Math.max(from, 0))) {
      ZoneOffset zone = Zones.named(words.group());
      if (zone != null) {
        offset = zone;
        return;
      }
      from = words.end();
    }
  }

  private @Nullable LocalDate inWords(int month, List<String> numbers) {
    if (month == 0 || numbers.isEmpty()) {
      return null;
    }
    String day = null;
    String year = null;
    boolean full = numbers.stream().anyMatch(n -> n.length() == 4);
    for (String number : numbers) {
      boolean canBeDay = number.length() <= 2 && Integer.parseInt(number) <= 31;
      if (canBeDay && day == null) {
        day = number;
      } else if (number.length() == 2 && full && day == null) {
        return null; // the 99th of a month
      } else if (year == null && (number.length() == 4 || number.length() == 2)) {
        year = number;
      }
    }
    if (year == null && (seen == null || day == null)) {
      return null;
    }
    int of = year == null && seen != null ? seen.getYear() : year(String.valueOf(year));
    return LocalDate.of(of, month, day == null ? 1 : Integer.parseInt(day));
  }

  /** Day first where dots part the numbers or the first cannot be a month; else month first. */
  private static @Nullable LocalDate numeric(String a, String b, String c, String whole) {
    int first = Integer.parseInt(a);
    int second = Integer.parseInt(b);
    if (a.length() == 4) {
      return LocalDate.of(first, second, Integer.parseInt(c));
    }
    boolean dayFirst = whole.contains(".") || first > 12;
    int month = dayFirst ? second : first;
    int day = dayFirst ? first : second;
    return c.length() == 3 ? null : LocalDate.of(year(c), month, day);
  }

  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    return digits.length() > 2 ? year : year + (year < 70 ? 2000 : 1900);
  }
}
