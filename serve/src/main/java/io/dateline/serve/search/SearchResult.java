package io.dateline.serve.search;

import io.dateline.serve.store.Cursor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was found.
 *
 * @param ids articles in their order
 * @param next where the next page starts; null on the last
 * @param nextRank the rank at which the next page starts, best first; 0 on the last
 * @param total how many articles fit
 * @param facets for each facet its values with their numbers, most frequent first
 */
public record SearchResult(
    List<UUID> ids,
    @Nullable Cursor next,
    int nextRank,
    long total,
    Map<Facet, Map<String, Integer>> facets) {

  /** Copies the ids. */
  public SearchResult {
    ids = List.copyOf(ids);
  }
}
