package io.dateline.ingest.schedule;

import java.time.Duration;

/**
 * How often a feed is asked.
 *
 * @param min shortest interval
 * @param max longest interval
 */
public record PollBounds(Duration min, Duration max) {

  /** 2 minutes to 24 hours. */
  public static final PollBounds DEFAULT =
      new PollBounds(Duration.ofMinutes(2), Duration.ofHours(24));

  /** Checks the order. */
  public PollBounds {
    if (min.isNegative() || min.isZero() || max.compareTo(min) < 0) {
      throw new IllegalArgumentException("poll bounds " + min + " to " + max + " are out of order");
    }
  }

  /** The interval brought between the bounds. */
  public Duration clamp(Duration interval) {
    return interval.compareTo(min) < 0 ? min : interval.compareTo(max) > 0 ? max : interval;
  }
}
