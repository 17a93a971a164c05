package io.dateline.ingest.run;

import io.dateline.model.Reason;
import io.dateline.model.Stage;
import io.dateline.runtime.StageMeters;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * The counters of ingest. They add up for every page: {@code fetch.in = publish.out +
 * fetch.unchanged + publish.unchanged + rejected of all three stages + in flight}.
 */
public final class LineMeters {
  private final StageMeters fetch;
  private final StageMeters extract;
  private final StageMeters publish;

  /** Counters in a registry. */
  public LineMeters(MeterRegistry registry) {
    fetch = new StageMeters(registry, Stage.FETCH);
    extract = new StageMeters(registry, Stage.EXTRACT);
    publish = new StageMeters(registry, Stage.PUBLISH);
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
