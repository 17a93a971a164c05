package io.dateline.runtime.outbound;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The Retry-After header: seconds or an HTTP date (RFC 9110, section 10.2.3). */
public final class RetryAfter {

  /** Longest wait honoured; servers that ask for years are looked at again after a day. */
  public static final Duration MAX = Duration.ofHours(24);

  private RetryAfter() {}

  /** How long to wait from now; null when nothing usable is said. */
  public static @Nullable Duration parse(@Nullable String header, Instant now) {
    if (header == null || header.isBlank()) {
      return null;
    }
    String text = header.strip();
    Duration wait;
    if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      wait = text.length() > 9 ? MAX : Duration.ofSeconds(Long.parseLong(text));
    } else {
      try {
        wait =
            Duration.between(
                now, ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
      } catch (DateTimeParseException e) {
        return null; // neither seconds nor a date: as if it were not there
      }
    }
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(MAX) > 0 ? MAX : wait;
  }
}
