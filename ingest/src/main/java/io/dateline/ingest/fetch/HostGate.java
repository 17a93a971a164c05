package io.dateline.ingest.fetch;

import io.dateline.ingest.fetch.FetchResult.Failed;
import io.dateline.ingest.fetch.FetchResult.Postponed;
import io.dateline.ingest.schedule.HostPace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Lets through to one host no more requests at a time, and no sooner, than politeness allows. */
final class HostGate {

  /** Longest wait at the gate; beyond it the request is postponed by its sender. */
  static final Duration MAX_WAIT = Duration.ofSeconds(60);

  private final InstantSource clock;
  private final Semaphore connections;
  private final ReentrantLock robotsLock = new ReentrantLock();
  private HostPace pace;

  HostGate(InstantSource clock, Duration delay, int maxConnections) {
    this.clock = clock;
    connections = new Semaphore(maxConnections, true);
    pace = HostPace.fresh(delay, clock.instant());
  }

  /** One thread at a time looks up robots.txt of a host. */
  ReentrantLock robotsLock() {
    return robotsLock;
  }

  /** One exchange with the host. */
  interface Exchange {
    FetchResult run() throws InterruptedException;
  }

  FetchResult ask(String url, Exchange request) throws InterruptedException {
    connections.acquire();
    try {
      Duration wait = reserve();
      if (wait.compareTo(MAX_WAIT) > 0) {
        return new Postponed(url, wait);
      }
      if (wait.isPositive()) {
        Thread.sleep(wait); // even for no time it would go to the end of the line of threads
      }
      FetchResult result = request.run();
      note(result);
      return result;
    } finally {
      connections.release();
    }
  }

  /** The pause kept now, crawl-delay included. */
  synchronized Duration delay() {
    return pace.delay();
  }

  synchronized void slowTo(@Nullable Duration crawlDelay) {
    pace = pace.withCrawlDelay(crawlDelay);
  }

  /** Another instance may have asked until now: the next request waits one delay. */
  synchronized void rest() {
    Instant earliest = clock.instant().plus(pace.delay());
    if (pace.next().isBefore(earliest)) {
      pace = new HostPace(pace.delay(), earliest, pace.failures());
    }
  }

  /** The host asks for nothing but the usual pause. */
  synchronized void paceTo(Duration delay) {
    pace = new HostPace(delay, pace.next(), pace.failures());
  }

  /** Takes the next turn: how long to wait for it. */
  private synchronized Duration reserve() {
    Instant now = clock.instant();
    Duration wait = Duration.between(now, pace.next());
    if (wait.compareTo(MAX_WAIT) > 0) {
      return wait;
    }
    Instant turn = wait.isNegative() ? now : pace.next();
    pace = new HostPace(pace.delay(), turn.plus(pace.delay()), pace.failures());
    return wait.isNegative() ? Duration.ZERO : wait;
  }

  private synchronized void note(FetchResult result) {
    Instant now = clock.instant();
    HostPace after =
        result instanceof Failed failed && burdens(failed)
            ? pace.afterFailure(now, failed.retryAfter())
            : pace.afterAnswer(now);
    Instant next = after.next().isAfter(pace.next()) ? after.next() : pace.next();
    pace = new HostPace(after.delay(), next, after.failures());
  }

  /** Whether a failure says that the host is down or overloaded. */
  private static boolean burdens(Failed failed) {
    return switch (failed.reason()) {
      case TIMEOUT, UNREACHABLE -> true;
      case HTTP_STATUS -> failed.status() == 429 || failed.status() >= 500;
      default -> false;
    };
  }
}
