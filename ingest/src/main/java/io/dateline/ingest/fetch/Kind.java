package io.dateline.ingest.fetch;

/** What is fetched; each kind has its own limit of decoded bytes. */
public enum Kind {
  /** robots.txt; RFC 9309 wants at least 500 KiB read. What is longer is cut, not refused. */
  ROBOTS(512 * 1024, "text/plain,*/*;q=0.5"),
  /** RSS, Atom, JSON Feed. */
  FEED(
      8 * 1024 * 1024,
      "application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,"
          + "text/xml;q=0.9,application/json;q=0.8,*/*;q=0.5"),
  /** Sitemaps; the protocol allows 50 MB. */
  SITEMAP(50 * 1024 * 1024, "application/xml,text/xml,text/plain;q=0.8,*/*;q=0.5"),
  /** Article and section pages. */
  PAGE(10 * 1024 * 1024, "text/html,application/xhtml+xml,*/*;q=0.5"),
  /** What a hub answers to a subscription: nobody reads it. */
  HUB(64 * 1024, "*/*");

  private final int maxBytes;
  private final String accept;

  Kind(int maxBytes, String accept) {
    this.maxBytes = maxBytes;
    this.accept = accept;
  }

  /** Most decoded bytes. */
  public int maxBytes() {
    return maxBytes;
  }

  /** The Accept header sent. */
  public String accept() {
    return accept;
  }
}
