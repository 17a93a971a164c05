package io.dateline.enrich.streaming;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.common.errors.FencedMemberEpochException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.StaleMemberEpochException;
import org.apache.kafka.common.errors.TransactionAbortedException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens when a stream thread dies: it is replaced, but not more than {@value
 * #MAX_REPLACEMENTS} times in {@link #PERIOD}; then the client stops and the process with it.
 *
 * <p>A thread that only came too late (the machine stood still, and the broker gave its tasks or
 * its transaction up meanwhile) has done nothing wrong: such deaths have a limit of their own,
 * {@value #MAX_LATE}. Kafka Streams heals most of them itself, but not those that it meets while it
 * commits or looks up offsets.
 */
public final class FailurePolicy implements StreamsUncaughtExceptionHandler {

  /** Threads replaced within {@link #PERIOD}. */
  static final int MAX_REPLACEMENTS = 3;

  /** Threads replaced within {@link #PERIOD} that the broker had given up. */
  static final int MAX_LATE = 30;

  /** The time over which replacements are counted. */
  static final Duration PERIOD = Duration.ofMinutes(5);

  private static final Logger LOG = LoggerFactory.getLogger(FailurePolicy.class);

  private final InstantSource clock;
  private final Deque<Instant> replacements = new ArrayDeque<>();
  private final Deque<Instant> late = new ArrayDeque<>();

  /** A policy that counts from now on. */
  public FailurePolicy(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public synchronized StreamThreadExceptionResponse handle(Throwable exception) {
    boolean tooLate = isLate(exception);
    Deque<Instant> deaths = tooLate ? late : replacements;
    int most = tooLate ? MAX_LATE : MAX_REPLACEMENTS;
    Instant now = clock.instant();
    while (!deaths.isEmpty() && deaths.peek().isBefore(now.minus(PERIOD))) {
      deaths.remove();
    }
    if (deaths.size() >= most) {
      LOG.error("a stream thread died, {} were replaced already: stopping", most, exception);
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
    deaths.add(now);
    if (tooLate) {
      LOG.warn("a stream thread came too late and is replaced: {}", exception.toString());
    } else {
      LOG.error("a stream thread died and is replaced", exception);
    }
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  /** Whether the broker had given up the thread's membership or its transaction. */
  private static boolean isLate(Throwable exception) {
    for (Throwable e = exception; e != null; e = e.getCause()) {
      if (e instanceof UnknownMemberIdException
          || e instanceof FencedMemberEpochException
          || e instanceof StaleMemberEpochException
          || e instanceof InvalidTxnStateException
          || e instanceof InvalidProducerEpochException
          || e instanceof ProducerFencedException
          || e instanceof TransactionAbortedException) {
        return true;
      }
    }
    return false;
  }
}
