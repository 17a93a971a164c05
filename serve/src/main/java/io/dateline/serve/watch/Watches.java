package io.dateline.serve.watch;

import io.dateline.model.EnrichedArticle;
import io.dateline.query.ArticleQuery;
import io.dateline.query.MatchedWords;
import io.dateline.query.ParseResult;
import io.dateline.query.QueryLanguage;
import io.dateline.query.WatchSet;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All watches and their newest hits, as the channels tell them. Thread-safe. */
public final class Watches implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watches.class);

  /** Most watches of a server. */
  public static final int MAX_WATCHES = 10_000;

  /** Hits kept in memory for each watch. */
  public static final int MAX_HITS = 200;

  private final QueryLanguage language;
  private final WatchSet active = new WatchSet();
  private final Map<String, Watch> watches = new ConcurrentHashMap<>();
  private final Map<String, ArticleQuery> queries = new ConcurrentHashMap<>();
  private final Map<String, Deque<Hit>> hits = new ConcurrentHashMap<>();
  private final Caught caught = new Caught();
  private volatile boolean ready;

  /** No watches yet, in this language. */
  public Watches(QueryLanguage language) {
    this.language = language;
  }

  /** All watches by name. */
  public List<Watch> all() {
    return watches.values().stream()
        .sorted(Comparator.comparing(Watch::name).thenComparing(Watch::id))
        .toList();
  }

  /** A watch by its id. */
  public Optional<Watch> find(String id) {
    return Optional.ofNullable(watches.get(id));
  }

  /** The newest hits of a watch, newest first. */
  public List<Hit> hits(String id) {
    Deque<Hit> known = hits.getOrDefault(id, new ArrayDeque<>());
    synchronized (known) {
      return List.copyOf(known);
    }
  }

  /** Whether both channels were read to the ends they had at the start. */
  public boolean isReady() {
    return ready;
  }

  /** All watches and hits that stood on the channels are known. */
  void loaded() {
    active.settle();
    ready = true;
  }

  /** Takes in what was changed since, so that no article has to wait for that. */
  void settle() {
    if (ready) {
      active.settle();
    }
  }

  /** How many watches neither paused nor wrong there are. */
  int activeCount() {
    return queries.size();
  }

  /** The watches whose queries find an article. */
  List<Watch> matching(EnrichedArticle article, Instant published) {
    return of(active.matching(article, published));
  }

  /** The words for which a watch's query finds an article. */
  List<String> words(Watch watch, EnrichedArticle article, Instant published) {
    ArticleQuery query = queries.get(watch.id());
    return query == null ? List.of() : MatchedWords.of(query, article, published);
  }

  /** What was caught so far. */
  Caught caught() {
    return caught;
  }

  /** Takes over a record of the watches channel; null deletes. */
  public synchronized void apply(String id, byte @Nullable [] value) {
    if (value == null) {
      watches.remove(id);
      hits.remove(id);
      deactivate(id);
      return;
    }
    try {
      apply(WatchCodec.watch(WatchCodec.read(value)));
    } catch (IllegalArgumentException e) {
      LOG.warn("watch {} cannot be read: {}", id, e.getMessage());
    }
  }

  private void apply(Watch watch) {
    watches.put(watch.id(), watch);
    Optional<ArticleQuery> query = query(watch);
    if (watch.paused() || query.isEmpty()) {
      deactivate(watch.id());
    } else {
      queries.put(watch.id(), query.get());
      active.put(watch.id(), query.get());
    }
  }

  private void deactivate(String id) {
    queries.remove(id);
    active.remove(id);
  }

  private Optional<ArticleQuery> query(Watch watch) {
    return switch (language.parse(watch.query())) {
      case ParseResult.Parsed parsed -> Optional.of(parsed.query());
      case ParseResult.Failed failed -> {
        LOG.warn("watch {} has a wrong query: {}", watch.id(), failed.message());
        yield Optional.empty();
      }
    };
  }

  /** Takes over a record of the matches channel. */
  void applyHit(byte[] value) {
    try {
      Hit hit = WatchCodec.hit(WatchCodec.read(value));
      if (hit.isErasure()) {
        caught.forget(hit.watch(), hit.article());
      }
      if (!isRepeat(hit)) {
        remember(hit);
      }
    } catch (IllegalArgumentException e) {
      LOG.warn("a hit cannot be read: {}", e.getMessage());
    }
  }

  /**
   * Whether its watch wants each text once and another copy stands before it on the channel: two
   * instances may catch one copy each in the same moment. All hits of a watch are in one partition,
   * so who reads it sees them in their order; this one counts as caught from now on if it is none.
   */
  public boolean isRepeat(Hit hit) {
    if (hit.isErasure()) {
      return false;
    }
    boolean once = find(hit.watch()).map(Watch::oncePerText).orElse(false);
    if (once && caught.isRepeat(hit.watch(), hit.article(), hit.copyGroup())) {
      return true;
    }
    caught.add(hit.watch(), hit.article(), hit.copyGroup());
    return false;
  }

  private void remember(Hit hit) {
    Deque<Hit> known = hits.computeIfAbsent(hit.watch(), id -> new ArrayDeque<>());
    synchronized (known) {
      known.removeIf(repeat -> repeat.id().equals(hit.id()));
      if (hit.isErasure()) {
        List<Hit> cleared =
            known.stream()
                .map(old -> old.article().equals(hit.article()) ? old.withoutText() : old)
                .toList();
        known.clear();
        known.addAll(cleared);
      }
      known.addFirst(hit);
      while (known.size() > MAX_HITS) {
        known.removeLast();
      }
    }
  }

  /** Watches of these ids, unknown ones left out. */
  private List<Watch> of(Collection<String> ids) {
    return ids.stream().flatMap(id -> find(id).stream()).toList();
  }

  /** A watch as the record of its channel. */
  static byte[] record(Watch watch) {
    return WatchCodec.toRecord(watch);
  }

  @Override
  public void close() {
    active.close();
  }
}
