package io.dateline.query;

import io.dateline.model.EnrichedArticle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.apache.lucene.index.memory.MemoryIndex;
import org.jspecify.annotations.Nullable;

/**
 * One article that many queries are put to. Its index is made when the first one asks. Not
 * thread-safe.
 */
public final class MatchableArticle {
  private final EnrichedArticle article;
  private final Instant published;
  private @Nullable IndexOfOne index;

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
    try {
      return index().isFoundBy(query.lucene());
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot be read", e);
    }
  }

  private IndexOfOne index() {
    IndexOfOne ready = index;
    if (ready == null) {
      MemoryIndex fields =
          MemoryIndex.fromDocument(
              ArticleDocument.of(article, published), ArticleDocument.analyzer());
      fields.freeze();
      ready = new IndexOfOne(fields.createSearcher());
      index = ready;
    }
    return ready;
  }
}
