package io.dateline.enrich.streaming;

import io.dateline.model.Stage;
import io.dateline.runtime.LatencyMeter;
import io.dateline.runtime.StageMeters;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;

/** The meters of the enrich stages. */
public final class EnrichMeters {
  private final Map<Stage, StageMeters> stages = new EnumMap<>(Stage.class);
  private final StageMeters first;
  private final LatencyMeter grouped;

  /** Meters in a registry. */
  public EnrichMeters(MeterRegistry registry) {
    for (Stage stage : new Stage[] {Stage.TAG_COUNTRIES, Stage.TAG_TOPICS, Stage.GROUP}) {
      stages.put(stage, new StageMeters(registry, stage));
    }
    first = new StageMeters(registry, Stage.DETECT_LANGUAGE);
    grouped = new LatencyMeter(registry, Stage.GROUP);
  }

  /** The counters of a stage; those of the first one for a stage that is not ours. */
  StageMeters of(Stage stage) {
    return stages.getOrDefault(stage, first);
  }

  LatencyMeter grouped() {
    return grouped;
  }
}
