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
 * @param rank hits to leave out, best first only: 0 to {@value #MAX_RANK}
 * @param limit most hits
 */
public record SearchRequest(
    ArticleQuery query,
    boolean firstOnly,
    Order order,
    @Nullable Cursor cursor,
    int rank,
    int limit) {

  /** Hits behind this rank are not given best first. */
  public static final int MAX_RANK = 10_000;

  /** What comes first. */
  public enum Order {
    /** The newest. */
    NEWEST,
    /** What fits the query best. */
    BEST
  }
}
