package io.dateline.query;

import io.dateline.model.EnrichedArticle;
import java.time.Instant;
import org.apache.lucene.index.memory.MemoryIndex;

/**
 * One article that many queries are put to. Its index is made when the first one asks. Not
 * thread-safe.
 */
public final class MatchableArticle {
  private final EnrichedArticle article;
  private final Instant published;
  private @org.jspecify.annotations.Nullable MemoryIndex index;

  /** An article whose record has this time. */
  public MatchableArticle(EnrichedArticle article, Instant published) {
    this.article = article;
    this.published = published;
  }

  /** The article. */
  public EnrichedArticle article() {
    return article;
  }

  /** Whether a query finds it. */
  public boolean matches(ArticleQuery query) {
    MemoryIndex ready = index;
    if (ready == null) {
      ready =
          MemoryIndex.fromDocument(
              ArticleDocument.of(article, published), ArticleDocument.analyzer());
      ready.freeze();
      index = ready;
    }
    return ready.search(query.lucene()) > 0;
  }
}
