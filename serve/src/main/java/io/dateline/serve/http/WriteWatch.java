package io.dateline.serve.http;

import io.dateline.serve.live.EventSink;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.EndPoint;

/**
 * Cuts clients that do not take what is written to them. An idle timeout is not enough: a client
 * that takes one byte now and then never idles.
 */
final class WriteWatch implements AutoCloseable {

  /** One write may take this long. */
  static final Duration WRITE_DEADLINE = Duration.ofSeconds(10);

  private static final long CHECK_MILLIS = 1_000;

  private final Set<Guarded> open = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("write-watch").factory());

  WriteWatch() {
    var _ =
        clock.scheduleAtFixedRate(this::check, CHECK_MILLIS, CHECK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Something that writes to a client for as long as it listens. */
  interface Writing<T> {
    T run(EventSink sink) throws IOException, InterruptedException;
  }

  private static final class Guarded implements EventSink {
    private final EndPoint endPoint;
    private final EventSink out;
    private volatile long since;

    Guarded(EndPoint endPoint, EventSink out) {
      this.endPoint = endPoint;
      this.out = out;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      since = System.nanoTime() | 1;
      try {
        out.write(bytes);
      } finally {
        since = 0;
      }
    }

    boolean isOverdue(long now) {
      long started = since;
      return started != 0 && now - started > WRITE_DEADLINE.toNanos();
    }
  }

  <T> T guard(EndPoint endPoint, EventSink out, Writing<T> writing)
      throws IOException, InterruptedException {
    Guarded guarded = new Guarded(endPoint, out);
    open.add(guarded);
    try {
      return writing.run(guarded);
    } finally {
      open.remove(guarded);
    }
  }

  private void check() {
    long now = System.nanoTime();
    for (Guarded guarded : open) {
      if (guarded.isOverdue(now)) {
        guarded.endPoint.close(new TimeoutException("a write took longer than " + WRITE_DEADLINE));
      }
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
