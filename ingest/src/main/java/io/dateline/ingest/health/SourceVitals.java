package io.dateline.ingest.health;

import io.dateline.model.Reason;
import io.dateline.model.SourceHealth;
import io.dateline.model.SourceHealth.Drift;
import io.dateline.model.SourceHealth.Rate;
import io.dateline.model.SourceHealth.Share;
import io.dateline.model.SourceHealth.State;
import io.dateline.model.SourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is learned of one source.
 *
 * @param id the source
 * @param begun when the watch began
 * @param lastSuccess last poll that worked
 * @param lastNew when something new was last found
 * @param arrivals new articles seen
 * @param failures failed polls in a row
 * @param failure why the last poll failed
 * @param rate new articles by the hour of the day
 * @param drift shares of pages that lack something
 */
public record SourceVitals(
    SourceId id,
    Instant begun,
    @Nullable Instant lastSuccess,
    @Nullable Instant lastNew,
    long arrivals,
    int failures,
    @Nullable Reason failure,
    Rate rate,
    Drift drift) {

  /** A gap less probable than this under the source's own rate is an alarm. */
  public static final double SILENCE_PROBABILITY = 0.001;

  /** Articles needed before a rate is believed. */
  public static final int MIN_ARRIVALS = 5;

  /** Hours watched before a rate is believed: what the first look brings is no rate. */
  public static final double MIN_WATCHED_HOURS = 1;

  /** Pages needed before a drift is believed. */
  public static final int MIN_PAGES = 20;

  /** A share of pages lacking something that is so much higher than usual is an alarm. */
  public static final double DRIFT = 0.3;

  /** Longest time between two polls that counts as watched. */
  private static final Duration LONGEST_WATCH = Duration.ofHours(24);

  private static final double RECENT_WEIGHT = 0.15;
  private static final double USUAL_WEIGHT = 0.01;
  private static final Share NO_SHARE = new Share(0, 0);

  /** A source just begun to be watched. */
  public static SourceVitals start(SourceId id, Instant now) {
    Drift none = new Drift(0, NO_SHARE, NO_SHARE, NO_SHARE);
    return new SourceVitals(id, now, null, null, 0, 0, null, HourlyRate.NONE, none);
  }

  /** A source whose watch goes on after a stop. */
  public static SourceVitals resume(SourceHealth known) {
    return new SourceVitals(
        known.source(),
        known.begun(),
        known.lastSuccess(),
        known.lastNew(),
        known.arrivals(),
        known.failures(),
        known.failure(),
        known.rate(),
        known.drift());
  }

  /** After a poll that worked and brought so many new articles. */
  public SourceVitals polled(int fresh, Instant now) {
    if (lastSuccess == null) {
      // the first poll brings all that the feed holds and says nothing of the rate
      Instant found = fresh == 0 ? lastNew : now;
      return new SourceVitals(id, begun, now, found, arrivals, 0, null, rate, drift);
    }
    Instant from =
        now.minus(LONGEST_WATCH).isAfter(lastSuccess) ? now.minus(LONGEST_WATCH) : lastSuccess;
    return new SourceVitals(
        id,
        begun,
        now,
        fresh == 0 ? lastNew : now,
        arrivals + fresh,
        0,
        null,
        HourlyRate.after(rate, fresh, from, now),
        drift);
  }

  /** After a poll that failed. */
  public SourceVitals failed(Reason reason) {
    return new SourceVitals(
        id, begun, lastSuccess, lastNew, arrivals, failures + 1, reason, rate, drift);
  }

  /** After a page that gave no article. */
  public SourceVitals dropped() {
    return with(
        new Drift(drift.pages() + 1, mix(drift.noBody(), true), drift.noDate(), drift.noTitle()));
  }

  /**
   * After a page that gave an article, perhaps without date or title.
   *
   * @param noBody whether a selector of the outlet's own found no text, so that a guess took its
   *     place
   */
  public SourceVitals read(boolean noBody, boolean noDate, boolean noTitle) {
    return with(
        new Drift(
            drift.pages() + 1,
            mix(drift.noBody(), noBody),
            mix(drift.noDate(), noDate),
            mix(drift.noTitle(), noTitle)));
  }

  private SourceVitals with(Drift other) {
    return new SourceVitals(
        id, begun, lastSuccess, lastNew, arrivals, failures, failure, rate, other);
  }

  /** A plain average at first, so that the beginning weighs no more than the rest. */
  private Share mix(Share share, boolean lacks) {
    double value = lacks ? 1 : 0;
    double recent = Math.max(RECENT_WEIGHT, 1.0 / (drift.pages() + 1));
    double usual = Math.max(USUAL_WEIGHT, 1.0 / (drift.pages() + 1));
    return new Share(
        share.recent() + recent * (value - share.recent()),
        share.usual() + usual * (value - share.usual()));
  }

  /** How it is at a time. */
  public State state(Instant now) {
    if (failures > 0) {
      return State.FAILING;
    }
    if (lastSuccess == null) {
      return State.NEW;
    }
    if (drifting() != null) {
      return State.DRIFTING;
    }
    return silence(now) < SILENCE_PROBABILITY ? State.SILENT : State.WELL;
  }

  private @Nullable String drifting() {
    if (drift.pages() < MIN_PAGES) {
      return null;
    }
    if (isDrift(drift.noBody())) {
      return told("text", drift.noBody());
    }
    if (isDrift(drift.noDate())) {
      return told("date", drift.noDate());
    }
    return isDrift(drift.noTitle()) ? told("title", drift.noTitle()) : null;
  }

  private static boolean isDrift(Share share) {
    return share.recent() - share.usual() > DRIFT;
  }

  private static String told(String what, Share share) {
    return String.format(
        Locale.ROOT,
        "pages without %s: %.0f %% of the last ones, %.0f %% usually",
        what,
        100 * share.recent(),
        100 * share.usual());
  }

  /** Why it is not well, for people; null when it is. */
  public @Nullable String reason(Instant now) {
    return switch (state(now)) {
      case NEW -> null;
      case WELL -> null;
      case FAILING ->
          failures + " polls failed, the last one: " + (failure == null ? "" : failure.id());
      case DRIFTING -> drifting();
      case SILENT ->
          String.format(
              Locale.ROOT,
              "nothing new since %s; %.1f a day are usual: a probability of %.1g",
              lastNew,
              rate.perDay(),
              silence(now));
    };
  }

  /**
   * How probable so long a gap is if articles come at random at the usual rate of these hours of
   * the day (Poisson); 1 while no rate is known.
   */
  public double silence(Instant now) {
    double watched = rate.hours().stream().mapToDouble(Double::doubleValue).sum();
    if (lastNew == null || arrivals < MIN_ARRIVALS || watched < MIN_WATCHED_HOURS) {
      return 1;
    }
    return Math.exp(-HourlyRate.expected(rate, lastNew, now));
  }

  /** All of it as others read it. */
  public SourceHealth health(Instant now, Instant since) {
    return new SourceHealth(
        id,
        state(now),
        reason(now),
        now,
        since,
        begun,
        lastSuccess,
        lastNew,
        arrivals,
        failures,
        failure,
        rate,
        drift);
  }
}
