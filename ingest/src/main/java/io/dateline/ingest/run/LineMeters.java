package io.dateline.ingest.run;

import io.dateline.ingest.extract.outlet.Part;
import io.dateline.ingest.extract.outlet.SelectorUse;
import io.dateline.model.Reason;
import io.dateline.model.Stage;
import io.dateline.runtime.Meters;
import io.dateline.runtime.StageMeters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The counters of ingest. They add up for every page: {@code fetch.in = publish.out +
 * fetch.unchanged + publish.unchanged + rejected of all three stages + in flight}.
 */
public final class LineMeters {
  private final StageMeters fetch;
  private final StageMeters extract;
  private final StageMeters publish;
  private final Map<Part, Counter> found = new EnumMap<>(Part.class);
  private final Map<Part, Counter> missed = new EnumMap<>(Part.class);

  /** Counters in a registry. */
  public LineMeters(MeterRegistry registry) {
    fetch = new StageMeters(registry, Stage.FETCH);
    extract = new StageMeters(registry, Stage.EXTRACT);
    publish = new StageMeters(registry, Stage.PUBLISH);
    for (Part part : Part.values()) {
      found.put(part, selectors(registry, part, "found"));
      missed.put(part, selectors(registry, part, "missed"));
    }
  }

  private static Counter selectors(MeterRegistry registry, Part part, String outcome) {
    return Counter.builder(Meters.PREFIX + "extract_selectors")
        .tag("part", part.id())
        .tag("outcome", outcome)
        .register(registry);
  }

  /**
   * What became of an outlet's selectors on a page: {@code dateline_extract_selectors_total} with
   * tags {@code part} and {@code outcome}, found or missed.
   */
  public void selectors(@Nullable SelectorUse use) {
    if (use != null) {
      use.found().forEach(part -> count(found, part));
      use.missed().forEach(part -> count(missed, part));
    }
  }

  private static void count(Map<Part, Counter> counters, Part part) {
    Counter counter = counters.get(part);
    if (counter != null) {
      counter.increment();
    }
  }

  /** The counters of fetch. */
  public StageMeters fetch() {
    return fetch;
  }

  /** The counters of extract. */
  public StageMeters extract() {
    return extract;
  }

  /** The counters of publish. */
  public StageMeters publish() {
    return publish;
  }

  /** Something left the line at a stage. */
  public void rejected(Stage stage, Reason reason) {
    switch (stage) {
      case FETCH -> fetch.rejected(reason);
      case EXTRACT -> extract.rejected(reason);
      default -> publish.rejected(reason);
    }
  }
}
