package io.dateline.ingest.extract;

import io.dateline.model.Article;
import io.dateline.model.Rejection;

/** What came out of a page. */
public sealed interface ExtractResult {

  /**
   * An article was found.
   *
   * @param article version 1 of it; the shell counts versions
   */
  record Extracted(Article article) implements ExtractResult {}

  /**
   * The page holds no article.
   *
   * @param rejection why, with a bounded reason
   */
  record Dropped(Rejection rejection) implements ExtractResult {}
}
