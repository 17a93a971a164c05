package io.dateline.ingest.schedule;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How fast one host may be asked.
 *
 * @param delay least pause between the end of one request and the next, crawl-delay included
 * @param next earliest time of the next request
 * @param failures failed requests in a row
 */
public record HostPace(Duration delay, Instant next, int failures) {

  /** First pause after a host failed or said it was overloaded; doubles with each failure. */
  public static final Duration FIRST_BACKOFF = Duration.ofSeconds(30);

  /** Longest pause of our own; a server may ask for more. */
  public static final Duration MAX_BACKOFF = Duration.ofHours(1);

  /** A host not asked before: the first request waits one delay, since another may just have. */
  public static HostPace fresh(Duration delay, Instant now) {
    return new HostPace(delay, now.plus(delay), 0);
  }

  /** The same with the delay its robots.txt asks for, when that is longer. */
  public HostPace withCrawlDelay(@Nullable Duration asked) {
    if (asked == null || asked.compareTo(delay) <= 0) {
      return this;
    }
    return new HostPace(asked, next.minus(delay).plus(asked), failures);
  }

  /** After an answer. */
  public HostPace afterAnswer(Instant now) {
    return new HostPace(delay, now.plus(delay), 0);
  }

  /** After the host failed, or said 429 or 503, perhaps with how long to wait. */
  public HostPace afterFailure(Instant now, @Nullable Duration retryAfter) {
    Duration wait = FIRST_BACKOFF.multipliedBy(1L << Math.min(failures, 10));
    wait = wait.compareTo(MAX_BACKOFF) > 0 ? MAX_BACKOFF : wait;
    if (retryAfter != null) {
      wait = retryAfter;
    }
    wait = wait.compareTo(delay) < 0 ? delay : wait;
    return new HostPace(delay, now.plus(wait), failures + 1);
  }
}
