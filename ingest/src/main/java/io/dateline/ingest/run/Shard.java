package io.dateline.ingest.run;

import io.dateline.ingest.frontier.Mark;
import io.dateline.ingest.publish.HealthChannel;
import io.dateline.ingest.publish.Ledger;
import io.dateline.ingest.publish.LedgerLostException;
import io.dateline.ingest.source.Source;
import io.dateline.model.SourceHealth;
import io.dateline.model.SourceId;
import io.dateline.runtime.KafkaSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One partition owned by this instance: its ledger and the runners of its sources. When the ledger
 * is lost while the partition is still ours, all is opened again.
 */
final class Shard implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Shard.class);
  private static final Duration CHECK = Duration.ofMillis(200);
  private static final Duration FIRST_RETRY = Duration.ofMillis(500);
  private static final Duration MAX_RETRY = Duration.ofSeconds(10);

  private final int partition;
  private final KafkaSettings kafka;
  private final Crew crew;
  private final Map<SourceId, Source> wanted = new HashMap<>();
  private final Map<SourceId, SourceRunner> running = new HashMap<>();
  private final Thread keeper;
  private final Set<SourceId> gone = new HashSet<>();
  private final Set<SourceId> watchedOnce = new HashSet<>();
  private Map<SourceId, SourceHealth> healthBefore = new HashMap<>();
  private @Nullable Ledger ledger;
  private volatile boolean closed;

  /** The tools of every runner, and the requests of one source under way at a time. */
  record Crew(Tools tools, int workers) {}

  Shard(int partition, KafkaSettings kafka, Crew crew, Vitals vitals) {
    this.partition = partition;
    this.kafka = kafka;
    this.crew = crew;
    keeper = Thread.ofVirtual().name("shard-" + partition).start(() -> vitals.guard(this::keep));
  }

  /** A source was added or changed; a null source was removed. */
  synchronized void want(SourceId id, @Nullable Source source) {
    if (source == null) {
      wanted.remove(id);
      gone.add(id);
    } else {
      gone.remove(id);
      if (source.equals(wanted.put(id, source))) {
        return;
      }
    }
    SourceRunner old = running.remove(id);
    if (old != null) {
      old.close();
    }
  }

  /** Sources that were removed, now or while nobody watched: their health goes too. */
  private synchronized void forgetGone() {
    for (SourceId id : gone) {
      boolean ran = watchedOnce.remove(id);
      if (healthBefore.remove(id) != null || ran) {
        crew.tools().book().forget(id, partition);
        LOG.info("source {} is watched no more", id);
      }
    }
    gone.clear();
  }

  /** Whether its ledger is open and all its sources run. */
  synchronized boolean isReady() {
    return ledger != null && ledger.isOpen() && running.keySet().containsAll(wanted.keySet());
  }

  private void keep() {
    Duration pause = FIRST_RETRY;
    while (!closed) {
      try {
        if (tend()) {
          pause = FIRST_RETRY;
        }
        Thread.sleep(CHECK);
      } catch (InterruptedException e) {
        return;
      } catch (KafkaException | LedgerLostException e) {
        LOG.warn("partition {} is opened again in {}: {}", partition, pause, e.toString());
        stopRunners();
        try {
          Thread.sleep(pause);
        } catch (InterruptedException stop) {
          return;
        }
        pause = pause.compareTo(MAX_RETRY) >= 0 ? MAX_RETRY : pause.multipliedBy(2);
      }
    }
  }

  /** Opens what is not open, starts what does not run. */
  private boolean tend() throws InterruptedException {
    Ledger now = ledger;
    if (now == null || !now.isOpen()) {
      stopRunners();
      now = Ledger.open(kafka, partition);
      crew.tools().fetcher().rest();
      Map<SourceId, SourceHealth> known = HealthChannel.read(kafka, partition);
      synchronized (this) {
        healthBefore = new HashMap<>(known);
        ledger = now;
        if (closed) {
          now.close();
          return false;
        }
      }
    }
    forgetGone();
    List<Source> missing;
    synchronized (this) {
      missing = wanted.values().stream().filter(s -> !running.containsKey(s.id())).toList();
    }
    if (!missing.isEmpty()) {
      List<Mark> open = now.openMarks();
      missing.forEach(s -> start(s, open));
    }
    return true;
  }

  private synchronized void start(Source source, List<Mark> open) {
    Ledger now = ledger;
    if (closed || now == null || !source.equals(wanted.get(source.id()))) {
      return;
    }
    SourceRunner runner = new SourceRunner(source, crew.tools(), now);
    running.put(source.id(), runner);
    watchedOnce.add(source.id());
    crew.tools().book().begin(source.id(), partition, healthBefore.get(source.id()));
    runner.start(open, crew.workers());
  }

  private synchronized void stopRunners() {
    running.values().forEach(SourceRunner::close);
    running.clear();
  }

  @Override
  public void close() {
    closed = true;
    stopRunners();
    keeper.interrupt();
    Ledger now;
    synchronized (this) {
      now = ledger;
    }
    if (now != null) {
      now.close();
    }
  }
}
