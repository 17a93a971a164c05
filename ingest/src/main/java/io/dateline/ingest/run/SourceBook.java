package io.dateline.ingest.run;

import io.dateline.ingest.health.SourceVitals;
import io.dateline.ingest.publish.HealthChannel;
import io.dateline.model.SourceHealth;
import io.dateline.model.SourceHealth.State;
import io.dateline.model.SourceId;
import io.dateline.runtime.Meters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The vitals of all sources of this instance. A change of state is logged once and told on the
 * source health channel at once; figures that move are told once a minute. Thread-safe.
 */
public final class SourceBook {

  private static final Logger LOG = LoggerFactory.getLogger(SourceBook.class);

  /** Least time between two records of a source whose state stays. */
  private static final Duration TELL_EVERY = Duration.ofMinutes(1);

  private final Map<SourceId, Page> pages = new ConcurrentHashMap<>();
  private final HealthChannel channel;
  private final MeterRegistry registry;
  private final InstantSource clock;

  /** What is kept of one source. */
  private record Page(
      int partition, SourceVitals vitals, State state, Instant since, Instant told) {

    SourceHealth health(Instant now) {
      return vitals.health(now, since);
    }
  }

  /** A book whose counts by state are gauges: {@code dateline_sources} with tag {@code state}. */
  public SourceBook(MeterRegistry registry, HealthChannel channel, InstantSource clock) {
    this.channel = channel;
    this.registry = registry;
    this.clock = clock;
    for (State state : State.values()) {
      Gauge.builder(Meters.PREFIX + "sources", this, book -> book.count(state))
          .tag("state", state.id())
          .register(registry);
    }
  }

  /**
   * A source is watched by this instance from now on.
   *
   * @param known how it was when it was watched before
   */
  void begin(SourceId id, int partition, @Nullable SourceHealth known) {
    Instant now = clock.instant();
    SourceVitals vitals = known == null ? SourceVitals.start(id, now) : SourceVitals.resume(known);
    State state = known == null ? State.NEW : known.state();
    Page page = new Page(partition, vitals, state, known == null ? now : known.since(), now);
    pages.put(id, page);
    channel.tell(partition, page.health(now));
  }

  /** A source is not watched by this instance any more. */
  void end(SourceId id) {
    Page page = pages.remove(id);
    if (page != null) {
      channel.tell(page.partition(), page.health(clock.instant()));
    }
  }

  /** A source is watched by nobody any more. */
  void forget(SourceId id, int partition) {
    pages.remove(id);
    channel.forget(partition, id);
  }

  /** Something was learned of a source. */
  void note(SourceId id, UnaryOperator<SourceVitals> change) {
    pages.computeIfPresent(id, (_, page) -> noted(page, change.apply(page.vitals())));
  }

  private Page noted(Page before, SourceVitals vitals) {
    Instant now = clock.instant();
    State state = vitals.state(now);
    boolean turned = state != before.state();
    boolean due = !now.isBefore(before.told().plus(TELL_EVERY));
    Instant since = turned ? now : before.since();
    Instant told = turned || due ? now : before.told();
    Page page = new Page(before.partition(), vitals, state, since, told);
    if (turned) {
      turned(before.state(), vitals, state, now);
    }
    if (turned || due) {
      channel.tell(page.partition(), page.health(now));
    }
    return page;
  }

  private void turned(State before, SourceVitals vitals, State state, Instant now) {
    if (state != State.WELL) {
      Counter.builder(Meters.PREFIX + "source_alarms")
          .tag("state", state.id())
          .register(registry)
          .increment();
      LOG.warn("source {} is {}: {}", vitals.id(), state.id(), vitals.reason(now));
    } else if (before != State.NEW) {
      LOG.info("source {} is well again", vitals.id());
    }
  }

  /** All sources of this instance, by id. */
  public List<SourceHealth> all() {
    Instant now = clock.instant();
    return pages.values().stream()
        .map(p -> p.health(now))
        .sorted(Comparator.comparing(h -> h.source().value()))
        .toList();
  }

  private long count(State state) {
    return pages.values().stream().filter(p -> p.state() == state).count();
  }
}
