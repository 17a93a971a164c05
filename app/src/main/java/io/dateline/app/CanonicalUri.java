package io.dateline.app;

import io.dateline.ingest.url.Urls;
import io.dateline.model.Article;
import io.dateline.model.ArticleBuilder;
import io.dateline.model.ArticleUri;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Names an article as the line does, so that pipes and line agree on what an article is. */
public final class CanonicalUri {

  private CanonicalUri() {}

  /** The article under the canonical form of its address, with the time of its capture. */
  public static Article of(Article article, @Nullable Instant captured) {
    String canonical = Urls.canonical(article.uri().value());
    ArticleBuilder builder = article.toBuilder();
    if (canonical != null) {
      builder.uri(new ArticleUri(canonical));
    }
    if (captured != null) {
      builder.provenance(article.provenance().foundBy(article.provenance().source(), captured));
    }
    return builder.build();
  }
}
