package io.dateline.ingest.extract;

import io.dateline.ingest.extract.outlet.Part;
import io.dateline.ingest.extract.outlet.SelectorUse;
import io.dateline.model.Article;
import io.dateline.model.Rejection;
import org.jspecify.annotations.Nullable;

/** What came out of a page. */
public sealed interface ExtractResult {

  /**
   * An article was found.
   *
   * @param article version 1 of it; the shell counts versions
   * @param selectors what became of the outlet's own selectors; null when it has none
   */
  record Extracted(Article article, @Nullable SelectorUse selectors) implements ExtractResult {

    /** Of a page read by the generic rules alone. */
    public Extracted(Article article) {
      this(article, null);
    }

    /** Whether the outlet has a selector for a part and it found nothing. */
    public boolean misses(Part part) {
      return selectors != null && selectors.isMissed(part);
    }
  }

  /**
   * The page holds no article.
   *
   * @param rejection why, with a bounded reason
   */
  record Dropped(Rejection rejection) implements ExtractResult {}
}
