package io.dateline.runtime;

import io.dateline.model.Stage;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;

/**
 * How long articles take to get through a stage: {@code dateline_latency_seconds}, tag {@code
 * stage}. Counted from the fetch for the stages up to publish, and from the timestamp of the record
 * on the articles channel for all later ones. Backfilled articles are to be left out.
 */
public final class LatencyMeter {
  private final Timer timer;

  /** The histogram of one stage. */
  public LatencyMeter(MeterRegistry registry, Stage stage) {
    timer =
        Timer.builder(Meters.PREFIX + "latency")
            .tag("stage", stage.id())
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofMillis(1))
            .maximumExpectedValue(Duration.ofMinutes(10))
            .register(registry);
  }

  /** An article got through; clocks that disagree count as no time at all. */
  public void reached(Instant start, Instant now) {
    Duration time = Duration.between(start, now);
    timer.record(time.isNegative() ? Duration.ZERO : time);
  }
}
