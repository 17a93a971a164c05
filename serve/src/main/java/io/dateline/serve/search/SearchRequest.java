package io.dateline.serve.search;

import io.dateline.query.ArticleQuery;
import io.dateline.serve.store.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * What to search for.
 *
 * @param query the query with its filters
 * @param firstOnly true leaves copies out
 * @param order newest or best first
 * @param cursor behind which to go on, newest first only
 * @param limit most hits
 */
public record SearchRequest(
    ArticleQuery query, boolean firstOnly, Order order, @Nullable Cursor cursor, int limit) {

  /** What comes first. */
  public enum Order {
    /** The newest. */
    NEWEST,
    /** What fits the query best; one page only. */
    BEST
  }
}
