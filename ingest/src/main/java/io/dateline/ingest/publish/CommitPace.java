package io.dateline.ingest.publish;

import java.time.Duration;

/**
 * When the next transaction may begin. A transaction costs the broker as much as a dozen articles:
 * what comes meanwhile shares the next one. Used by one thread.
 */
final class CommitPace {

  /** Transactions begin no closer to each other. */
  static final Duration LEAST = Duration.ofMillis(100);

  /** However slow commits are, what waits for one is not kept longer. */
  static final Duration MOST = Duration.ofMillis(400);

  /** A broker that is slow to commit is left alone for so many times as long. */
  private static final int PER_COMMIT = 4;

  private long nextNanos = System.nanoTime();

  /** How long from now, in ns of the JVM's clock; not positive when it may begin. */
  long early(long nowNanos) {
    return nextNanos - nowNanos;
  }

  /** A transaction began and was committed at these times of the JVM's clock. */
  void committed(long beganNanos, long endedNanos) {
    long pause =
        Math.clamp(PER_COMMIT * (endedNanos - beganNanos), LEAST.toNanos(), MOST.toNanos());
    nextNanos = beganNanos + pause;
  }
}
