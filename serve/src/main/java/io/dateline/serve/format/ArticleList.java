package io.dateline.serve.format;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list, newest first.
 *
 * @param title what it is a list of
 * @param articles the articles
 * @param next cursor of the next page; null on the last
 * @param hits what a search tells; null for a plain list
 * @param self absolute address of this list
 * @param base absolute address of the server, without a path
 * @param at when the list was made
 */
public record ArticleList(
    String title,
    List<ListedArticle> articles,
    @Nullable String next,
    @Nullable Hits hits,
    URI self,
    URI base,
    Instant at) {

  /** Copies the list. */
  public ArticleList {
    articles = List.copyOf(articles);
  }

  /** Address of an article in our API. */
  public String address(ListedArticle article) {
    return base + "/api/v1/articles/" + article.id();
  }
}
