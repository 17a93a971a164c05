package io.dateline.ingest.feed;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as feeds print them: RFC 822 with all its variations, W3CDTF and ISO 8601, asctime, dates
 * in words of many languages. A date without zone counts as UTC.
 */
public final class FeedDate {

  /** Longest text looked at, in UTF-16 units. */
  private static final int MAX_CHARS = 120;

  private static final Pattern EPOCH = Pattern.compile("1\\d{9}(\\d{3})?");

  private FeedDate() {}

  /** The instant with the zone stated; null when the text is no date. */
  public static @Nullable OffsetDateTime parse(@Nullable String printed) {
    return parse(printed, null);
  }

  /**
   * The same where the year may be missing.
   *
   * @param seen when the text was read: a day without year is of that year; null asks for a year
   */
  public static @Nullable OffsetDateTime parse(@Nullable String printed, @Nullable LocalDate seen) {
    if (printed == null || printed.isBlank() || printed.length() > MAX_CHARS) {
      return null;
    }
    String text = Normalizer.normalize(printed, Normalizer.Form.NFKC).strip();
    Matcher epoch = EPOCH.matcher(text);
    if (epoch.matches()) {
      long number = Long.parseLong(text);
      Instant instant =
          epoch.group(1) == null ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
      return instant.atOffset(ZoneOffset.UTC);
    }
    try {
      OffsetDateTime iso = IsoDate.parse(text);
      return iso != null || IsoDate.isMeant(text)
          ? iso
          : words(text.toLowerCase(Locale.ROOT), seen);
    } catch (DateTimeException e) {
      return null; // fields out of range: no date
    }
  }

  private static @Nullable OffsetDateTime words(String text, @Nullable LocalDate seen) {
    DateTokens tokens = DateTokens.read(text, seen);
    LocalDateTime local = tokens.local();
    return local == null ? null : local.atOffset(tokens.offset());
  }
}
