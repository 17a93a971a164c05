package io.dateline.ingest.run;

import io.dateline.ingest.health.SourceVitals;
import io.dateline.model.SourceId;
import io.dateline.runtime.Meters;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The vitals of all sources of this instance. A change of state is logged once. Thread-safe. */
public final class SourceBook {

  private static final Logger LOG = LoggerFactory.getLogger(SourceBook.class);

  private final Map<SourceId, SourceVitals> vitals = new ConcurrentHashMap<>();
  private final Map<SourceId, SourceVitals.State> told = new ConcurrentHashMap<>();
  private final InstantSource clock;

  /** A book whose counts by state are gauges: {@code dateline_sources} with tag {@code state}. */
  public SourceBook(MeterRegistry registry, InstantSource clock) {
    this.clock = clock;
    for (SourceVitals.State state : SourceVitals.State.values()) {
      Gauge.builder(Meters.PREFIX + "sources", this, book -> book.count(state))
          .tag("state", state.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
  }

  /** A source is watched by this instance from now on. */
  void begin(SourceId id) {
    vitals.put(id, SourceVitals.start(id, clock.instant()));
  }

  /** A source is not watched by this instance any more. */
  void end(SourceId id) {
    vitals.remove(id);
    told.remove(id);
  }

  /** Something was learned of a source. */
  void note(SourceId id, UnaryOperator<SourceVitals> change) {
    SourceVitals now = vitals.computeIfPresent(id, (_, old) -> change.apply(old));
    if (now == null) {
      return;
    }
    SourceVitals.State state = now.state(clock.instant());
    SourceVitals.State before = told.put(id, state);
    boolean alarm = state != SourceVitals.State.WELL && state != SourceVitals.State.NEW;
    if (state != before && (alarm || (before != null && before != SourceVitals.State.NEW))) {
      LOG.warn("source {} is {}: {}", id, state.name().toLowerCase(Locale.ROOT), now);
    }
  }

  /** All sources of this instance, by id. */
  public List<SourceVitals> all() {
    return vitals.values().stream().sorted(Comparator.comparing(v -> v.id().value())).toList();
  }

  private long count(SourceVitals.State state) {
    return vitals.values().stream().filter(v -> v.state(clock.instant()) == state).count();
  }
}
