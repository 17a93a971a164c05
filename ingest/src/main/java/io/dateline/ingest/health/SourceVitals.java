package io.dateline.ingest.health;

import io.dateline.model.Reason;
import io.dateline.model.SourceId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is learned of one source.
 *
 * @param id the source
 * @param begun when the watch began
 * @param lastSuccess last poll that worked
 * @param lastNew when something new was last found
 * @param meanGap usual time between two new articles, exponentially weighted
 * @param arrivals new articles seen
 * @param failures failed polls in a row
 * @param failure why the last poll failed
 * @param pages pages read
 * @param recentDrops share of pages without article, of the last ones
 * @param usualDrops the same over a long time
 */
public record SourceVitals(
    SourceId id,
    Instant begun,
    @Nullable Instant lastSuccess,
    @Nullable Instant lastNew,
    @Nullable Duration meanGap,
    long arrivals,
    int failures,
    @Nullable Reason failure,
    long pages,
    double recentDrops,
    double usualDrops) {

  /** A gap less probable than this under the source's own rate is an alarm. */
  public static final double SILENCE_PROBABILITY = 0.001;

  /** Articles needed before a rate is believed. */
  public static final int MIN_ARRIVALS = 5;

  /** Pages needed before a drift is believed. */
  public static final int MIN_PAGES = 20;

  /** A share of pages without article that is so much higher than usual is an alarm. */
  public static final double DRIFT = 0.3;

  private static final double GAP_WEIGHT = 0.2;
  private static final double RECENT_WEIGHT = 0.15;
  private static final double USUAL_WEIGHT = 0.01;

  /** How a source is. */
  public enum State {
    /** Not polled yet. */
    NEW,
    /** It works. */
    WELL,
    /** Its feeds cannot be had or read. */
    FAILING,
    /** Far longer without anything new than is usual for it. */
    SILENT,
    /** Far more of its pages give no article than is usual for it. */
    DRIFTING
  }

  /** A source just begun to be watched. */
  public static SourceVitals start(SourceId id, Instant now) {
    return new SourceVitals(id, now, null, null, null, 0, 0, null, 0, 0, 0);
  }

  /** After a poll that worked and brought so many new articles. */
  public SourceVitals polled(int fresh, Instant now) {
    if (fresh == 0) {
      return new SourceVitals(
          id, begun, now, lastNew, meanGap, arrivals, 0, null, pages, recentDrops, usualDrops);
    }
    Duration mean = meanGap;
    if (lastNew != null) {
      // the first poll brings all that the feed holds and says nothing of the rate
      Duration gap = Duration.between(lastNew, now).dividedBy(fresh);
      mean = mean == null ? gap : mix(mean, gap);
    }
    long seen = lastNew == null ? arrivals : arrivals + fresh;
    return new SourceVitals(
        id, begun, now, now, mean, seen, 0, null, pages, recentDrops, usualDrops);
  }

  /** After a poll that failed. */
  public SourceVitals failed(Reason reason) {
    return new SourceVitals(
        id,
        begun,
        lastSuccess,
        lastNew,
        meanGap,
        arrivals,
        failures + 1,
        reason,
        pages,
        recentDrops,
        usualDrops);
  }

  /** After a page was read. */
  public SourceVitals page(boolean dropped) {
    double value = dropped ? 1 : 0;
    // a plain average at first, so that the beginning weighs no more than the rest
    double recent = Math.max(RECENT_WEIGHT, 1.0 / (pages + 1));
    double usual = Math.max(USUAL_WEIGHT, 1.0 / (pages + 1));
    return new SourceVitals(
        id,
        begun,
        lastSuccess,
        lastNew,
        meanGap,
        arrivals,
        failures,
        failure,
        pages + 1,
        recentDrops + recent * (value - recentDrops),
        usualDrops + usual * (value - usualDrops));
  }

  /** How it is at a time. */
  public State state(Instant now) {
    if (failures > 0) {
      return State.FAILING;
    }
    if (lastSuccess == null) {
      return State.NEW;
    }
    if (pages >= MIN_PAGES && recentDrops - usualDrops > DRIFT) {
      return State.DRIFTING;
    }
    return silence(now) < SILENCE_PROBABILITY ? State.SILENT : State.WELL;
  }

  /**
   * How probable so long a gap is if articles come at random at the usual rate (Poisson); 1 while
   * no rate is known.
   */
  public double silence(Instant now) {
    if (meanGap == null || lastNew == null || arrivals < MIN_ARRIVALS || meanGap.isZero()) {
      return 1;
    }
    return Math.exp(-(double) Duration.between(lastNew, now).toMillis() / meanGap.toMillis());
  }

  private static Duration mix(Duration old, Duration latest) {
    return Duration.ofMillis(
        Math.round(old.toMillis() * (1 - GAP_WEIGHT) + latest.toMillis() * GAP_WEIGHT));
  }
}
