package io.dateline.serve.live;

import io.dateline.query.ArticleQuery;
import io.dateline.query.WatchSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The clients that listen, and the recent events they may still need. The clients' queries are put
 * to an article together, each query once however many clients ask it. Thread-safe.
 */
final class Hub implements AutoCloseable {
  private final RecentEvents recent;
  private final Set<Subscriber> subscribers = new LinkedHashSet<>();
  private final WatchSet queries = new WatchSet();
  private final Map<String, Integer> askedBy = new HashMap<>();
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
    Set<String> found = found(event);
    for (Subscriber subscriber : subscribers) {
      subscriber.offer(event, isWanted(event, subscriber.filter(), found));
    }
  }

  /** The texts of the clients' queries that find an article. */
  private Set<String> found(LiveEvent event) {
    var article = event.article();
    return article == null || askedBy.isEmpty()
        ? Set.of()
        : queries.matching(article, event.publishedAt());
  }

  private static boolean isWanted(LiveEvent event, StreamFilter filter, Set<String> found) {
    var article = event.article();
    ArticleQuery query = filter.query();
    return article == null
        || ((query == null || found.contains(query.text())) && filter.tags().matches(article));
  }

  synchronized Joined joinNow(StreamFilter filter) {
    return new Joined(add(filter, now), List.of(), now);
  }

  /** Joins without a gap; empty when the client must first read older events itself. */
  synchronized Optional<Joined> join(StreamFilter filter, Positions from) {
    return recent.from(from).map(missed -> new Joined(add(filter, now), missed, from));
  }

  private Subscriber add(StreamFilter filter, Positions start) {
    Subscriber subscriber = new Subscriber(filter, start);
    if (closed) {
      subscriber.close();
    } else if (subscribers.add(subscriber)) {
      ask(filter.query());
    }
    return subscriber;
  }

  private void ask(@Nullable ArticleQuery query) {
    if (query != null && askedBy.merge(query.text(), 1, Integer::sum) == 1) {
      queries.put(query.text(), query);
    }
  }

  synchronized void leave(Subscriber subscriber) {
    ArticleQuery query = subscriber.filter().query();
    boolean listened = subscribers.remove(subscriber);
    if (!listened || query == null || closed) {
      return;
    }
    if (askedBy.merge(query.text(), -1, Integer::sum) == 0) {
      askedBy.remove(query.text());
      queries.remove(query.text());
    }
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      subscribers.forEach(Subscriber::close);
      askedBy.clear();
      queries.close();
    }
  }
}
