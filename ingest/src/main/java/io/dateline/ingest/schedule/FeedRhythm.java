package io.dateline.ingest.schedule;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How often a feed brings something new, learned from its polls.
 *
 * @param interval time to the next poll
 * @param meanGap average time between two new entries, exponentially weighted; null before the
 *     first
 * @param sinceFull polls since the last one without validators
 * @param failures failed polls in a row
 */
public record FeedRhythm(
    Duration interval, @Nullable Duration meanGap, int sinceFull, int failures) {

  /** Every so many polls one goes out without validators: some servers' ETags never change. */
  public static final int FULL_EVERY = 12;

  private static final double WEIGHT = 0.2;

  /** A feed not polled before. */
  public static FeedRhythm start(PollBounds bounds) {
    return new FeedRhythm(bounds.clamp(Duration.ofMinutes(10)), null, 0, 0);
  }

  /** Whether the next poll should leave the validators out. */
  public boolean isFullDue() {
    return sinceFull >= FULL_EVERY;
  }

  /**
   * After a poll that worked.
   *
   * @param fresh entries not seen before
   * @param elapsed time since the poll before
   * @param full whether it went out without validators
   */
  public FeedRhythm afterPoll(int fresh, Duration elapsed, boolean full, PollBounds bounds) {
    Duration gap = fresh == 0 ? null : elapsed.dividedBy(fresh);
    Duration mean = meanGap;
    if (gap != null) {
      mean = mean == null ? gap : mix(mean, gap);
    } else if (mean != null && elapsed.compareTo(mean) > 0) {
      mean = mix(mean, elapsed);
    }
    // half the usual gap: an entry waits a quarter of a gap on average
    Duration wanted = mean == null ? interval.multipliedBy(3).dividedBy(2) : mean.dividedBy(2);
    return new FeedRhythm(bounds.clamp(wanted), mean, full ? 0 : sinceFull + 1, 0);
  }

  /** After a poll that failed: twice as long each time. */
  public FeedRhythm afterFailure(PollBounds bounds) {
    return new FeedRhythm(bounds.clamp(interval.multipliedBy(2)), meanGap, sinceFull, failures + 1);
  }

  private static Duration mix(Duration old, Duration latest) {
    double millis = old.toMillis() * (1 - WEIGHT) + latest.toMillis() * WEIGHT;
    return Duration.ofMillis(Math.round(millis));
  }
}
