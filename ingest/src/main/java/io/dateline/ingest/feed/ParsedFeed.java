package io.dateline.ingest.feed;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed as read.
 *
 * @param format which format it is written in
 * @param title plain text
 * @param description plain text or HTML
 * @param link absolute address of the site
 * @param self the feed's own address as it states it
 * @param hub address of its WebSub hub
 * @param next address of the next page of a paged feed (RFC 5005)
 * @param language BCP 47 tag as stated
 * @param author of the whole feed
 * @param updated last change as stated
 * @param image address of the feed's picture
 * @param id the feed's own id
 * @param entries in document order, at most {@link FeedReader#MAX_ENTRIES}
 */
public record ParsedFeed(
    Format format,
    @Nullable String title,
    @Nullable String description,
    @Nullable String link,
    @Nullable String self,
    @Nullable String hub,
    @Nullable String next,
    @Nullable String language,
    @Nullable String author,
    @Nullable OffsetDateTime updated,
    @Nullable String image,
    @Nullable String id,
    List<FeedEntry> entries) {

  /** The formats read. */
  public enum Format {
    /** RSS 0.90 and 1.0. */
    RDF,
    /** RSS 0.91 to 2.0. */
    RSS,
    /** Atom 0.3 and 1.0. */
    ATOM,
    /** Channel Definition Format. */
    CDF,
    /** JSON Feed 1 and 1.1. */
    JSON
  }

  /** Copies the entries. */
  public ParsedFeed {
    entries = List.copyOf(entries);
  }
}
