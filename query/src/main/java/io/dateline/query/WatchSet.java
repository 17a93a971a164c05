package io.dateline.query;

import io.dateline.model.EnrichedArticle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.monitor.TermFilteredPresearcher;

/**
 * Many queries put to one article at a time: a query whose words the article does not hold is not
 * even tried. Thread-safe.
 */
public final class WatchSet implements AutoCloseable {

  /** Queries registered at once when there are many. */
  private static final int BATCH = 1_000;

  private final Monitor monitor;

  /** An empty set. */
  public WatchSet() {
    try {
      monitor = new Monitor(ArticleDocument.analyzer(), new TermFilteredPresearcher());
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot be made", e);
    }
  }

  /** Adds queries by id, replacing those that were there. */
  public void put(Map<String, ArticleQuery> queries) {
    List<MonitorQuery> batch = new ArrayList<>();
    try {
      for (var entry : queries.entrySet()) {
        batch.add(new MonitorQuery(entry.getKey(), entry.getValue().lucene()));
        if (batch.size() == BATCH) {
          monitor.register(batch);
          batch.clear();
        }
      }
      monitor.register(batch);
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot be written", e);
    }
  }

  /** Removes a query. */
  public void remove(String id) {
    try {
      monitor.deleteById(id);
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot be written", e);
    }
  }

  /** The ids of the queries that find an article. */
  public Set<String> matching(EnrichedArticle article, Instant published) {
    try {
      Set<String> ids = new LinkedHashSet<>();
      monitor
          .match(ArticleDocument.of(article, published), QueryMatch.SIMPLE_MATCHER)
          .getMatches()
          .forEach(match -> ids.add(match.getQueryId()));
      return ids;
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot be read", e);
    }
  }

  /** How many queries there are. */
  public int size() {
    try {
      return monitor.getQueryIds().size();
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot be read", e);
    }
  }

  @Override
  public void close() {
    try {
      monitor.close();
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot be closed", e);
    }
  }
}
