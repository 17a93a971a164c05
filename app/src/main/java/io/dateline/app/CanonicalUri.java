package io.dateline.app;

import io.dateline.ingest.url.Urls;
import io.dateline.model.Article;
import io.dateline.model.ArticleUri;

/** Names an article as the line does, so that pipes and line agree on what an article is. */
public final class CanonicalUri {

  private CanonicalUri() {}

  /** The article under the canonical form of its address. */
  public static Article of(Article article) {
    String canonical = Urls.canonical(article.uri().value());
    return canonical == null ? article : article.toBuilder().uri(new ArticleUri(canonical)).build();
  }
}
