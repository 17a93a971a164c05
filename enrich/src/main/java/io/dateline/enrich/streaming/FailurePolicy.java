package io.dateline.enrich.streaming;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when a stream thread dies: it is replaced, but not more than {@value
 * #MAX_REPLACEMENTS} times in {@link #PERIOD}; then the client stops and the process with it.
 */
public final class FailurePolicy implements StreamsUncaughtExceptionHandler {

  /** Threads replaced within {@link #PERIOD}. */
  static final int MAX_REPLACEMENTS = 3;

  /** The time over which replacements are counted. */
  static final Duration PERIOD = Duration.ofMinutes(5);

  private static final Logger LOG = LoggerFactory.getLogger(FailurePolicy.class);

  private final InstantSource clock;
  private final Deque<Instant> replacements = new ArrayDeque<>();

  /** A policy that counts from now on. */
  public FailurePolicy(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized StreamThreadExceptionResponse handle(Throwable exception) {
    Instant now = clock.instant();
    while (!replacements.isEmpty() && replacements.peek().isBefore(now.minus(PERIOD))) {
      replacements.remove();
    }
    if (replacements.size() >= MAX_REPLACEMENTS) {
      LOG.error(
          "a stream thread died, {} were replaced already: stopping", MAX_REPLACEMENTS, exception);
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    replacements.add(now);
    LOG.error("a stream thread died and is replaced", exception);
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }
}
