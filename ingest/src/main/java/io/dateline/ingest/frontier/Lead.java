package io.dateline.ingest.frontier;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a feed, sitemap or section page says of an article before it is fetched.
 *
 * @param url canonical address
 * @param title plain text
 * @param date publication date
 * @param summary plain text
 * @param language BCP 47 tag
 * @param content whole text as HTML, for articles whose page is missing or closed to us
 */
public record Lead(
    String url,
    @Nullable String title,
    @Nullable OffsetDateTime date,
    @Nullable String summary,
    @Nullable String language,
    @Nullable String content) {

  /** Longest summary kept, in UTF-16 units. */
  private static final int MAX_SUMMARY_CHARS = 2_000;

  /** Longest content kept, in UTF-16 units; a longer one is no article. */
  private static final int MAX_CONTENT_CHARS = 200_000;

  /** Cuts the summary. */
  public Lead {
    if (content != null && content.length() > MAX_CONTENT_CHARS) {
      content = null;
    }
    if (summary != null && summary.length() > MAX_SUMMARY_CHARS) {
      summary = summary.substring(0, MAX_SUMMARY_CHARS);
    }
  }

  /** Only an address. */
  public static Lead of(String url) {
    return new Lead(url, null, null, null, null, null);
  }
}
