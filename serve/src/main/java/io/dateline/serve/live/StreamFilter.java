package io.dateline.serve.live;

import io.dateline.query.ArticleQuery;
import io.dateline.query.MatchableArticle;
import io.dateline.query.TagFilter;
import org.jspecify.annotations.Nullable;

/**
 * Which articles a client wants. An erasure, which has no article left, is sent to everyone.
 *
 * @param tags what an article's tags are to be
 * @param query what is to find it besides; null asks for no words
 */
public record StreamFilter(TagFilter tags, @Nullable ArticleQuery query) {

  /** Wants everything. */
  public static final StreamFilter ALL = new StreamFilter(TagFilter.NONE, null);

  /** Whether one event is wanted, asked by itself. */
  boolean wants(LiveEvent event) {
    var article = event.article();
    return article == null
        || (tags.matches(article)
            && (query == null
                || new MatchableArticle(article, event.publishedAt()).matches(query)));
  }
}
