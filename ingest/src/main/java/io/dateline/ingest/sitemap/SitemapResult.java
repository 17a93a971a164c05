package io.dateline.ingest.sitemap;

import io.dateline.model.Reason;
import java.util.List;

/** What became of the bytes of a sitemap. */
public sealed interface SitemapResult {

  /**
   * Addresses of pages.
   *
   * @param urls in document order, at most {@link SitemapReader#MAX_URLS}
   */
  record Pages(List<SitemapUrl> urls) implements SitemapResult {

    /** Copies the list. */
    public Pages {
      urls = List.copyOf(urls);
    }
  }

  /**
   * Addresses of further sitemaps.
   *
   * @param sitemaps in document order, at most {@link SitemapReader#MAX_URLS}
   */
  record Index(List<SitemapUrl> sitemaps) implements SitemapResult {

    /** Copies the list. */
    public Index {
      sitemaps = List.copyOf(sitemaps);
    }
  }

  /**
   * Not a sitemap.
   *
   * @param reason bounded
   * @param detail for people
   */
  record Bad(Reason reason, String detail) implements SitemapResult {}
}
