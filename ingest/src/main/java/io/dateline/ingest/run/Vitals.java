package io.dateline.ingest.run;

import io.dateline.runtime.Health;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether ingest lives: what the threads that nobody waits for tell of themselves. */
public final class Vitals {

  private static final Logger LOG = LoggerFactory.getLogger(Vitals.class);
  private static final String PART = "ingest";

  private final Health health;
  private final Runnable onDeath;
  private final AtomicBoolean dead = new AtomicBoolean();

  /**
   * Tells one process's health.
   *
   * @param onDeath called once, on a thread of its own, after the first failure that does not heal
   */
  public Vitals(Health health, Runnable onDeath) {
    this.health = health;
    this.onDeath = onDeath;
  }

  void waiting(String reason) {
    if (!dead.get()) {
      health.waiting(PART, reason);
    }
  }

  void up() {
    if (!dead.get()) {
      health.up(PART);
    }
  }

  /** Runs what must not end by a failure; when it does, ingest is dead. */
  void guard(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      if (dead.compareAndSet(false, true)) {
        LOG.debug("ingest died of this", e);
        health.dead(PART, Thread.currentThread().getName() + ": " + e);
        Thread.ofPlatform().name("ingest-death").start(onDeath);
      }
    }
  }

  void closed() {
    if (!dead.get()) {
      health.remove(PART);
    }
  }
}
