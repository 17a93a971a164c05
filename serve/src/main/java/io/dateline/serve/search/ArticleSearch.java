package io.dateline.serve.search;

import io.dateline.model.ninjs.CodecException;
import io.dateline.model.ninjs.EnrichedCodec;
import io.dateline.serve.format.Hits;
import io.dateline.serve.format.ListedArticle;
import io.dateline.serve.store.ArticleStore;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds in the index, reads from the store, and marks the hits. */
public final class ArticleSearch {
  private final SearchIndex index;
  private final ArticleStore store;
  private final Snippets snippets = new Snippets();

  /** Search over an index and the store behind it. */
  public ArticleSearch(SearchIndex index, ArticleStore store) {
    this.index = index;
    this.store = store;
  }

  /**
   * What was found.
   *
   * @param page the articles; one that the store does not have yet is left out
   * @param nextRank the rank at which the next page starts, best first; 0 on the last
   * @param hits numbers and marked words
   */
  public record Found(ArticleStore.Page page, int nextRank, Hits hits) {}

  /** Searches; the marked words are of the query alone, not of its filters. */
  public Found find(SearchRequest request) throws IOException, SQLException {
    SearchResult result = index.search(request);
    Map<UUID, ListedArticle> stored = new HashMap<>();
    store.findAll(result.ids()).forEach(article -> stored.put(article.id(), article));
    List<ListedArticle> articles = new ArrayList<>();
    Map<UUID, String> marked = new LinkedHashMap<>();
    for (UUID id : result.ids()) {
      ListedArticle article = stored.get(id);
      if (article != null) {
        articles.add(article);
        mark(article, request, marked);
      }
    }
    Map<String, Map<String, Integer>> facets = new LinkedHashMap<>();
    result.facets().forEach((facet, values) -> facets.put(facet.id(), values));
    return new Found(
        new ArticleStore.Page(articles, result.next()),
        result.nextRank(),
        new Hits(result.total(), facets, marked));
  }

  /** How many articles fit, and on which days. */
  public SearchResult count(SearchRequest request) throws IOException {
    return index.search(request);
  }

  private void mark(ListedArticle article, SearchRequest request, Map<UUID, String> marked) {
    if (request.query().text().isEmpty()) {
      return;
    }
    try {
      snippets
          .of(EnrichedCodec.fromJson(article.record()), request.query())
          .ifPresent(text -> marked.put(article.id(), text));
    } catch (CodecException e) {
      throw new IllegalStateException("stored article " + article.id() + " cannot be read", e);
    }
  }
}
