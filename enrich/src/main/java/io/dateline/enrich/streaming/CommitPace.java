package io.dateline.enrich.streaming;

import java.time.Duration;
import java.time.InstantSource;

/**
 * When a transaction ends: soon while articles are fresh, so that they are seen soon; late while
 * there is a backlog, because each transaction costs the broker a request and a marker for every
 * partition it touches, which is more than the articles themselves cost.
 */
final class CommitPace {

  /** An article published longer ago than this is of a backlog. */
  static final Duration FRESH = Duration.ofSeconds(1);

  /** In a backlog transactions end after this time, unless the settings ask for longer ones. */
  static final Duration BACKLOG_INTERVAL = Duration.ofMillis(100);

  private final long intervalNanos;
  private final InstantSource clock;

  /** A stream thread commits all its tasks at once, so each has a time of its own. */
  private final ThreadLocal<Long> last = ThreadLocal.withInitial(() -> Long.MIN_VALUE);

  /**
   * A pace for fresh articles.
   *
   * @param interval time between two transactions of a thread
   * @param clock that {@link #FRESH} is measured with
   */
  CommitPace(Duration interval, InstantSource clock) {
    intervalNanos = interval.toNanos();
    this.clock = clock;
  }

  /**
   * Whether this thread should end its transaction behind this article.
   *
   * @param publishedMillis when the article was published, epoch milliseconds
   */
  boolean isDue(long publishedMillis) {
    if (clock.millis() - publishedMillis > FRESH.toMillis()) {
      return false;
    }
    long now = System.nanoTime();
    long before = last.get();
    if (before != Long.MIN_VALUE && now - before < intervalNanos) {
      return false;
    }
    last.set(now);
    return true;
  }
}
