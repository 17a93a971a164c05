package io.dateline.serve.live;

import io.dateline.runtime.Meters;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Serves the clients of the live feed, each on a thread of its own. */
public final class LiveStreams {

  /** A silent stream gets a heartbeat this often. */
  public static final Duration HEARTBEAT = Duration.ofSeconds(15);

  /** Clients that read older events from Kafka at the same time; more are told to come back. */
  static final int MAX_REPLAYS = 16;

  /** How soon a browser comes back after its connection ended, in milliseconds. */
  static final int RETRY_MILLIS = 2_000;

  /** Several frames are written at once up to this size, which a stalled client keeps occupied. */
  static final int MAX_WRITE_BYTES = 8 * 1024;

  private final LiveFeed feed;
  private final int maxClients;
  private final AtomicInteger clients = new AtomicInteger();
  private final Semaphore replays = new Semaphore(MAX_REPLAYS);
  private final Counter lagged;

  /** How an attempt to listen ended. */
  public enum Outcome {
    /** The client listened and left, lagged, or the server stopped. */
    ENDED,
    /** As many clients as allowed are listening or catching up. */
    FULL,
    /** The channel has not been reached yet. */
    NOT_READY
  }

  /** Streams of a feed to at most this many clients at once. */
  public LiveStreams(LiveFeed feed, int maxClients, MeterRegistry meters) {
    this.feed = feed;
    this.maxClients = maxClients;
    Gauge.builder(Meters.PREFIX + "stream_clients", clients, AtomicInteger::get).register(meters);
    lagged = Counter.builder(Meters.PREFIX + "stream_lagged_clients").register(meters);
  }

  /**
   * Sends to a client until it leaves, lags or the server stops. Nothing is written unless the
   * outcome is {@link Outcome#ENDED}.
   *
   * @throws IOException when the client is gone
   */
  public Outcome stream(StreamRequest request, EventSink sink)
      throws IOException, InterruptedException {
    if (clients.incrementAndGet() > maxClients) {
      clients.decrementAndGet();
      return Outcome.FULL;
    }
    try {
      var hub = feed.hub();
      return hub.isEmpty() ? Outcome.NOT_READY : stream(hub.get(), request, sink);
    } finally {
      clients.decrementAndGet();
    }
  }

  private Outcome stream(Hub hub, StreamRequest request, EventSink sink)
      throws IOException, InterruptedException {
    return switch (request.start()) {
      case StreamRequest.Live live -> serve(hub, hub.joinNow(request.filter()), sink, true);
      case StreamRequest.After after -> {
        Positions from = after.positions().fit(hub.now().next().size());
        var joined = hub.join(request.filter(), from);
        yield joined.isPresent()
            ? serve(hub, joined.get(), sink, true)
            : replay(hub, request, from, sink);
      }
      case StreamRequest.Since since -> replay(hub, request, hub.now(), sink);
    };
  }

  private Outcome replay(Hub hub, StreamRequest request, Positions from, EventSink sink)
      throws IOException, InterruptedException {
    if (!replays.tryAcquire()) {
      return Outcome.FULL;
    }
    Hub.Joined joined;
    try (Replay replay = new Replay(feed, request.start(), from)) {
      sink.write(SseFrames.opening(replay.positions(), RETRY_MILLIS));
      joined = replay.catchUp(hub, request.filter(), sink);
    } finally {
      replays.release();
    }
    return serve(hub, joined, sink, false);
  }

  private Outcome serve(Hub hub, Hub.Joined joined, EventSink sink, boolean open)
      throws IOException, InterruptedException {
    Subscriber subscriber = joined.subscriber();
    try {
      if (open) {
        sink.write(SseFrames.opening(joined.from(), RETRY_MILLIS));
      }
      send(
          joined.missed().stream().filter(subscriber.filter()::wants).toList(),
          joined.from(),
          sink);
      follow(subscriber, joined.from(), sink);
      return Outcome.ENDED;
    } finally {
      hub.leave(subscriber);
      if (subscriber.hasLagged()) {
        lagged.increment();
      }
    }
  }

  private void follow(Subscriber subscriber, Positions floor, EventSink sink)
      throws IOException, InterruptedException {
    while (true) {
      switch (subscriber.take(HEARTBEAT)) {
        case Subscriber.Send batch -> send(batch.events(), floor, sink);
        case Subscriber.Idle idle -> sink.write(SseFrames.heartbeat(idle.seen().max(floor)));
        case Subscriber.Lagged slow -> {
          sink.write(SseFrames.lagged());
          return;
        }
        case Subscriber.Closed closed -> {
          return;
        }
      }
    }
  }

  /** Small frames go out together; an id never falls behind where the client started. */
  private static void send(List<LiveEvent> events, Positions floor, EventSink sink)
      throws IOException {
    List<byte[]> waiting = new ArrayList<>();
    int bytes = 0;
    for (LiveEvent event : events) {
      byte[] id = SseFrames.id(event.after().max(floor));
      int size = id.length + event.frame().length;
      if (bytes > 0 && bytes + size > MAX_WRITE_BYTES) {
        sink.write(SseFrames.together(waiting, bytes));
        waiting.clear();
        bytes = 0;
      }
      waiting.add(id);
      waiting.add(event.frame());
      bytes += size;
    }
    if (bytes > 0) {
      sink.write(SseFrames.together(waiting, bytes));
    }
  }
}
