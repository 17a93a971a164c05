package io.dateline.serve.live;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** One client's bounded queue. The reader of the channel never waits for it. */
final class Subscriber {

  /** Most events that wait for one client. */
  static final int MAX_EVENTS = 256;

  /** Most bytes that wait for one client; a single larger event is let in alone. */
  static final long MAX_BYTES = 1024L * 1024;

  /** What a client is to do next. */
  sealed interface Next {}

  /** Send these, in order. */
  record Send(List<LiveEvent> events) implements Next {}

  /** Nothing came in time: send a heartbeat from here. */
  record Idle(Positions seen) implements Next {}

  /** The queue ran over: say so and hang up. */
  record Lagged() implements Next {}

  /** The server stops. */
  record Closed() implements Next {}

  private final StreamFilter filter;
  private final ArrayDeque<LiveEvent> queue = new ArrayDeque<>();
  private long bytes;
  private boolean lagged;
  private boolean closed;
  private Positions seen;

  Subscriber(StreamFilter filter, Positions start) {
    this.filter = filter;
    this.seen = start;
  }

  /** What this client wants. */
  StreamFilter filter() {
    return filter;
  }

  /** Queues an event that this client wants; a full queue is dropped and the client lags. */
  synchronized void offer(LiveEvent event, boolean wanted) {
    if (lagged || closed) {
      return;
    }
    seen = event.after();
    if (!wanted) {
      return;
    }
    boolean tooMuch = !queue.isEmpty() && bytes + event.frame().length > MAX_BYTES;
    if (queue.size() >= MAX_EVENTS || tooMuch) {
      lagged = true;
      queue.clear();
    } else {
      queue.add(event);
      bytes += event.frame().length;
    }
    notifyAll();
  }

  synchronized void close() {
    closed = true;
    queue.clear();
    notifyAll();
  }

  synchronized boolean hasLagged() {
    return lagged;
  }

  /** Waits for events, at most this long. */
  synchronized Next take(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (queue.isEmpty() && !lagged && !closed) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return new Idle(seen);
      }
      wait(left / 1_000_000, (int) (left % 1_000_000));
    }
    if (closed) {
      return new Closed();
    }
    if (lagged) {
      return new Lagged();
    }
    List<LiveEvent> events = new ArrayList<>(queue);
    queue.clear();
    bytes = 0;
    return new Send(events);
  }
}
