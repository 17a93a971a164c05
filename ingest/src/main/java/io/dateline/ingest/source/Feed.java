package io.dateline.ingest.source;

import java.util.Locale;

/**
 * One address of a source that tells of articles.
 *
 * @param url absolute address
 * @param kind how to read it
 */
public record Feed(String url, Kind kind) {

  /** How an address tells of articles. */
  public enum Kind {
    /** RSS, Atom, JSON Feed or sitemap: whatever the bytes are. */
    AUTO,
    /** A sitemap, sitemap index or news sitemap. */
    SITEMAP,
    /** An HTML page with links to articles. */
    SECTION,
    /** An article itself. */
    PAGE;

    /** Lower case. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Checks that it is a web address. */
  public Feed {
    String lower = url.toLowerCase(Locale.ROOT);
    if (!lower.startsWith("http://") && !lower.startsWith("https://")) {
      throw new IllegalArgumentException("feed '" + url + "' is not an http or https address");
    }
  }
}
