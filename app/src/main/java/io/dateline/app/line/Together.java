package io.dateline.app.line;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Parts that do not depend on each other: started at the same time and closed at the same time. One
 * that is still starting when it is to be closed is closed once it has started.
 */
final class Together implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Together.class);

  /** A part may take this long to start or to close before it is given up. */
  private static final Duration MAX_CLOSE = Duration.ofSeconds(9);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Part<?>> parts = new ArrayList<>();

  /** A part and its start. */
  record Part<T extends AutoCloseable>(String name, Future<T> future) {

    /** The started part; the failure of its start as it was thrown. */
    T await() throws Exception {
      try {
        return future.get();
      } catch (ExecutionException e) {
        throw e.getCause() instanceof Exception cause ? cause : e;
      }
    }
  }

  /** Begins to start a part. */
  synchronized <T extends AutoCloseable> Part<T> start(String name, Callable<T> start) {
    Part<T> part = new Part<>(name, threads.submit(start));
    parts.add(part);
    return part;
  }

  /** Waits until all parts have started; the first failure is thrown once all have ended. */
  void awaitAll() throws Exception {
    List<Part<?>> all;
    synchronized (this) {
      all = List.copyOf(parts);
    }
    List<Exception> failures = new ArrayList<>();
    for (Part<?> part : all) {
      try {
        part.await();
      } catch (Exception e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      Exception first = failures.removeFirst();
      failures.forEach(first::addSuppressed);
      throw first;
    }
  }

  @Override
  public void close() {
    List<Part<?>> all;
    synchronized (this) {
      all = List.copyOf(parts);
      parts.clear();
    }
    all.forEach(part -> threads.execute(() -> close(part)));
    threads.shutdown();
    try {
      if (!threads.awaitTermination(MAX_CLOSE.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.error("gave up closing after {} s", MAX_CLOSE.toSeconds());
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void close(Part<?> part) {
    AutoCloseable started;
    try {
      started = part.await();
    } catch (Exception e) {
      LOG.debug("{} had not started", part.name(), e);
      return;
    }
    try {
      started.close();
      LOG.info("{} closed", part.name());
    } catch (Exception e) {
      LOG.error("{} did not close cleanly", part.name(), e);
    }
  }
}
