package io.dateline.sink.store;

import java.time.Duration;

/** Pauses that double from {@link #FIRST} to {@link #LONGEST}. Not thread-safe. */
public final class Backoff {

  /** The first pause. */
  public static final Duration FIRST = Duration.ofMillis(50);

  /** The longest pause: the first row follows this long after the database is back. */
  public static final Duration LONGEST = Duration.ofSeconds(2);

  private Duration next = FIRST;

  /** Pauses, longer each time. */
  public void sleep() throws InterruptedException {
    Thread.sleep(next);
    Duration twice = next.multipliedBy(2);
    next = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
  }
}
