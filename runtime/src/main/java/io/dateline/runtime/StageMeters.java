package io.dateline.runtime;

import io.dateline.model.Reason;
import io.dateline.model.Stage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The counters of one stage. They add up: {@code in = out + unchanged + rejected + in flight}.
 *
 * <p>Names: {@code dateline_stage_in_total}, {@code dateline_stage_out_total}, {@code
 * dateline_stage_unchanged_total}, {@code dateline_stage_rejected_total} with tag {@code reason};
 * {@code dateline_stage_seconds} is the time one item took; all with tag {@code stage}.
 */
public final class StageMeters {
  private final MeterRegistry registry;
  private final Stage stage;
  private final Counter in;
  private final Counter out;
  private final Counter unchanged;
  private final Timer seconds;
  private final Map<Reason, Counter> rejected =
      new ConcurrentHashMap<>(new EnumMap<>(Reason.class));

  /** The counters of a stage in a registry. */
  public StageMeters(MeterRegistry registry, Stage stage) {
    this.registry = registry;
    this.stage = stage;
    in = counter("in");
    out = counter("out");
    unchanged = counter("unchanged");
    seconds =
        Timer.builder(Meters.PREFIX + "stage")
            .tag("stage", stage.id())
            .publishPercentileHistogram()
            .register(registry);
  }

  /** An item came in. */
  public void in() {
    in.increment();
  }

  /** An item went on. */
  public void out() {
    out.increment();
  }

  /** An item was as known before and goes no further. */
  public void unchanged() {
    unchanged.increment();
  }

  /** An item was rejected. */
  public void rejected(Reason reason) {
    rejected.computeIfAbsent(reason, this::rejectedCounter).increment();
  }

  /** One item took this long. */
  public void took(Duration time) {
    seconds.record(time);
  }

  private Counter rejectedCounter(Reason reason) {
    return Counter.builder(Meters.PREFIX + "stage_rejected")
        .tag("stage", stage.id())
        .tag("reason", reason.id())
        .register(registry);
  }

  private Counter counter(String what) {
    return Counter.builder(Meters.PREFIX + "stage_" + what)
        .tag("stage", stage.id())
        .register(registry);
  }
}
