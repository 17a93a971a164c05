package io.dateline.ingest.feed;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
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
      return iso != null ? iso : words(text.toLowerCase(Locale.ROOT));
    } catch (DateTimeException e) {
      return null; // fields out of range: no date
    }
  }

  private static @Nullable OffsetDateTime words(String text) {
    DateTokens tokens = DateTokens.read(text);
    LocalDateTime local = tokens.local();
    return local == null ? null : local.atOffset(tokens.offset());
  }
}
