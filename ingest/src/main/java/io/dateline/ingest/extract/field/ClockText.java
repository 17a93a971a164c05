package io.dateline.ingest.extract.field;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the clock time beside a date: "7:08 p.m. EDT", "07h08", "15時05分", "오후 3:05". */
final class ClockText {

  /** A clock further behind its date than this is that of something else, UTF-16 units. */
  private static final int MAX_GAP = 40;

  /** The same where the words of a clock also count hours and points. */
  private static final int MAX_EAST_GAP = 15;

  private static final Pattern WEST =
      Pattern.compile(
          "\\b(\\d{1,2})(?:[:.h]\\s?(\\d{2}))(?::(\\d{2}))?\\s*(a\\.?m\\.?|p\\.?m\\.?)?(?![\\d.]*\\d{4})\\s*(?:uhr|hrs|h\\b)?\\s*\\(?([A-Z]{2,4}\\b|[+-]\\d{2}:?\\d{2})?",
          Pattern.CASE_INSENSITIVE);

  private static final String BEFORE_NOON = "午前|上午|凌晨|早上|오전";
  private static final String AFTER_NOON = "午後|下午|晚上|오후";

  /** The half of the day stands before the hour, and may stand before digits with a colon. */
  private static final Pattern EAST =
      Pattern.compile(
          "(?:("
              + BEFORE_NOON
              + ")|("
              + AFTER_NOON
              + "))?\\s?(\\d{1,2})\\s?(?:[時时点點시](?![間间간])\\s?(?:(\\d{1,2})\\s?[分분]|([半반]))?|:(\\d{2}))");

  /** The first letter of the scripts whose words {@link #EAST} knows. */
  private static final char FIRST_EAST = 0x1100;

  private static final int HALF_HOUR = 30;

  private ClockText() {}

  /**
   * A time of the day.
   *
   * @param hour 0 to 23
   * @param minute 0 to 59
   * @param zone the zone as printed behind it; null when none is
   */
  record Clock(int hour, int minute, @Nullable String zone) {}

  /** The clock behind a date, else before it; null when there is none. */
  static @Nullable Clock beside(String text, int dateStart, int dateEnd) {
    Clock east = isEastern(text) ? east(text, dateEnd) : null;
    if (east != null) {
      return east;
    }
    Matcher behind = WEST.matcher(text);
    if (behind.find(dateEnd)) {
      return behind.start() - dateEnd > MAX_GAP ? null : west(behind);
    }
    Matcher before = WEST.matcher(text.substring(0, dateStart));
    return before.find() ? west(before) : null;
  }

  private static boolean isEastern(String text) {
    return text.chars().anyMatch(c -> c >= FIRST_EAST);
  }

  private static @Nullable Clock east(String text, int from) {
    Matcher m = EAST.matcher(text);
    if (!m.find(from) || m.start() - from > MAX_EAST_GAP) {
      return null;
    }
    String minutes = m.group(4) == null ? m.group(6) : m.group(4);
    int minute = m.group(5) == null ? number(minutes) : HALF_HOUR;
    return clock(number(m.group(3)), minute, half(m.group(1), m.group(2)), null);
  }

  private static @Nullable Clock west(Matcher m) {
    String half = m.group(4) == null ? "" : m.group(4).toLowerCase(Locale.ROOT).substring(0, 1);
    return clock(number(m.group(1)), number(m.group(2)), half, m.group(5));
  }

  private static String half(@Nullable String before, @Nullable String after) {
    return before != null ? "a" : after != null ? "p" : "";
  }

  private static @Nullable Clock clock(int hour, int minute, String half, @Nullable String zone) {
    if (hour > 23 || minute > 59) {
      return null;
    }
    int shift = half.equals("p") && hour < 12 ? 12 : half.equals("a") && hour == 12 ? -12 : 0;
    return new Clock(hour + shift, minute, zone);
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
