package io.dateline.serve.store;

import io.dateline.query.TagFilter;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which articles to list, newest first.
 *
 * @param filter the plain filters
 * @param from earliest time, inclusive
 * @param to latest time, exclusive
 * @param stories only these stories; none for any
 * @param firstOnly true leaves copies out
 * @param cursor behind which to go on
 * @param limit most articles, 1 to {@value #MAX_LIMIT}
 */
public record ListRequest(
    TagFilter filter,
    @Nullable Instant from,
    @Nullable Instant to,
    Set<String> stories,
    boolean firstOnly,
    @Nullable Cursor cursor,
    int limit) {

  /** Most articles on one page. */
  public static final int MAX_LIMIT = 1_000;

  /** Articles on a page unless asked otherwise. */
  public static final int DEFAULT_LIMIT = 50;

  /** Checks the limit, copies the set. */
  public ListRequest {
    stories = Set.copyOf(stories);
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("limit " + limit + " is not within 1 to " + MAX_LIMIT);
    }
  }
}
