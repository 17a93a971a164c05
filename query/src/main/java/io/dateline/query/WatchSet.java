package io.dateline.query;

import static java.util.Objects.requireNonNull;

import io.dateline.model.EnrichedArticle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.monitor.CandidateMatcher;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/**
 * Many queries put to one article at a time: a query whose words the article does not hold is not
 * even tried. There is one monitor for each language, whose queries are cut to what its articles
 * can be asked. Changes are taken in together, since one costs as much as a thousand. Thread-safe.
 */
public final class WatchSet implements AutoCloseable {

  /** Queries registered at once when there are many. */
  private static final int BATCH = 5_000;

  private final Map<TextLanguage, Monitor> monitors = new EnumMap<>(TextLanguage.class);
  private final Map<String, Optional<ArticleQuery>> changes = new HashMap<>();
  private final Set<String> ids = new HashSet<>();

  /** An empty set. */
  public WatchSet() {
    try {
      for (TextLanguage language : TextLanguage.values()) {
        monitors.put(
            language, new Monitor(ArticleDocument.analyzer(), new TermFilteredPresearcher()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot be made", e);
    }
  }

  /** Adds a query, or replaces the one of this id, for all articles matched from now on. */
  public synchronized void put(String id, ArticleQuery query) {
    changes.put(id, Optional.of(query));
    ids.add(id);
  }

  /** Removes a query for all articles matched from now on. */
  public synchronized void remove(String id) {
    if (ids.remove(id)) {
      changes.put(id, Optional.empty());
    }
  }

  /** How many queries there are. */
  public synchronized int size() {
    return ids.size();
  }

  /** Takes in what was changed; the next article would wait for that otherwise. */
  public synchronized void settle() {
    if (changes.isEmpty()) {
      return;
    }
    try {
      for (var monitor : monitors.entrySet()) {
        settle(new LanguageCut(monitor.getKey()), monitor.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot be written", e);
    }
    changes.clear();
  }

  private void settle(LanguageCut cut, Monitor monitor) throws IOException {
    List<MonitorQuery> asked = new ArrayList<>();
    List<String> never = new ArrayList<>();
    changes.forEach((id, query) ->
        query
            .flatMap(whole -> cut.of(whole.lucene()))
            .ifPresentOrElse(part -> asked.add(new MonitorQuery(id, part)), () -> never.add(id)));
    for (int from = 0; from < asked.size(); from += BATCH) {
      monitor.register(asked.subList(from, Math.min(from + BATCH, asked.size())));
    }
    if (!never.isEmpty()) {
      monitor.deleteById(never);
    }
  }

  /** The ids of the queries that find an article. */
  public Set<String> matching(EnrichedArticle article, Instant published) {
    settle();
    TextLanguage language = TextLanguage.of(article.enrichment().language().primary());
    try {
      Set<String> found = new LinkedHashSet<>();
      requireNonNull(monitors.get(language))
          .match(ArticleDocument.of(article, published), Checking::new)
          .getMatches()
          .forEach(match -> found.add(match.getQueryId()));
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot be read", e);
    }
  }

  /** Asks one article what remains of the queries. */
  private static final class Checking extends CandidateMatcher<QueryMatch> {
    private final IndexOfOne article;

    Checking(IndexSearcher searcher) {
      super(searcher);
      article = new IndexOfOne(searcher);
    }

    @Override
    public void matchQuery(String id, Query query, Map<String, String> metadata)
        throws IOException {
      if (article.isFoundBy(query)) {
        addMatch(new QueryMatch(id), 0);
      }
    }

    @Override
    public QueryMatch resolve(QueryMatch one, QueryMatch other) {
      return one;
    }
  }

  @Override
  public void close() {
    try {
      for (Monitor monitor : monitors.values()) {
        monitor.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot be closed", e);
    }
  }
}
