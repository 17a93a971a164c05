package io.dateline.serve.live;

import io.dateline.query.MatchableArticle;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The clients that listen, and the recent events they may still need. Thread-safe. */
final class Hub {
  private final RecentEvents recent;
  private final Set<Subscriber> subscribers = new LinkedHashSet<>();
  private Positions now;
  private boolean closed;

  /** A client that joined: what it has missed, then its queue. */
  record Joined(Subscriber subscriber, List<LiveEvent> missed, Positions from) {}

  Hub(Positions start) {
    recent = new RecentEvents(start);
    now = start;
  }

  synchronized Positions now() {
    return now;
  }

  synchronized void publish(LiveEvent event) {
    recent.add(event);
    now = event.after();
    MatchableArticle article = event.matchable();
    for (Subscriber subscriber : subscribers) {
      subscriber.offer(event, subscriber.wants(article));
    }
  }

  synchronized Joined joinNow(Predicate<MatchableArticle> filter) {
    return new Joined(add(filter, now), List.of(), now);
  }

  /** Joins without a gap; empty when the client must first read older events itself. */
  synchronized Optional<Joined> join(Predicate<MatchableArticle> filter, Positions from) {
    return recent.from(from).map(missed -> new Joined(add(filter, now), missed, from));
  }

  private Subscriber add(Predicate<MatchableArticle> filter, Positions start) {
    Subscriber subscriber = new Subscriber(filter, start);
    if (closed) {
      subscriber.close();
    }
    subscribers.add(subscriber);
    return subscriber;
  }

  synchronized void leave(Subscriber subscriber) {
    subscribers.remove(subscriber);
  }

  synchronized void close() {
    closed = true;
    subscribers.forEach(Subscriber::close);
  }
}
