package io.dateline.sink.consume;

import io.dateline.model.Stage;
import io.dateline.runtime.LatencyMeter;
import io.dateline.runtime.Meters;
import io.dateline.runtime.StageMeters;
import io.dateline.sink.store.Change;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the store stage counts. A record counts once its transaction is committed. */
public final class SinkMeters {
  private final StageMeters stage;
  private final LatencyMeter latency;
  private final Counter rejections;
  private final Counter links;
  private final Counter away;

  /** Meters in a registry. */
  public SinkMeters(MeterRegistry registry) {
    stage = new StageMeters(registry, Stage.STORE);
    latency = new LatencyMeter(registry, Stage.STORE);
    rejections = Counter.builder(Meters.PREFIX + "sink_rejections_stored").register(registry);
    links = Counter.builder(Meters.PREFIX + "sink_story_links_stored").register(registry);
    away = Counter.builder(Meters.PREFIX + "sink_database_retries").register(registry);
  }

  /** These changes of the channels followed are in the database. */
  void stored(List<Change> changes, Instant now, Duration time) {
    for (Change change : changes) {
      switch (change) {
        case Change.Put put -> {
          stage.in();
          stage.out();
          if (!put.headers().backfill()) {
            latency.reached(put.ingestedAt(), now);
          }
        }
        case Change.Erase erase -> {
          stage.in();
          stage.out();
        }
        case Change.Link link -> links.increment();
        case Change.Reject reject -> count(reject);
      }
    }
    if (!changes.isEmpty()) {
      stage.took(time.dividedBy(changes.size()));
    }
  }

  /** The database failed and is tried again. */
  void retry() {
    away.increment();
  }

  private void count(Change.Reject reject) {
    if (reject.rejection().stage() == Stage.STORE) {
      stage.in();
      stage.rejected(reject.rejection().reason());
    }
    rejections.increment();
  }
}
