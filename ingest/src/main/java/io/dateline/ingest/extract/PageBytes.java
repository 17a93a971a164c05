package io.dateline.ingest.extract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page as it was fetched, transfer and content coding removed.
 *
 * @param bytes the body; never changed by the extractor
 * @param url the address it was fetched from
 * @param contentType the Content-Type header, for its charset; null when none was sent
 * @param hints what is known of the page from elsewhere
 * @param seen when it was fetched; null when nobody knows
 */
public record PageBytes(
    byte[] bytes, String url, @Nullable String contentType, Hints hints, @Nullable Instant seen) {

  /** A page of which nobody knows when it was fetched. */
  public PageBytes(byte[] bytes, String url, @Nullable String contentType, Hints hints) {
    this(bytes, url, contentType, hints, null);
  }

  /** A page of which only bytes and address are known. */
  public static PageBytes of(byte[] bytes, String url) {
    return new PageBytes(bytes, url, null, Hints.NONE);
  }

  /** The same, fetched at a time. */
  public PageBytes seenAt(Instant time) {
    return new PageBytes(bytes, url, contentType, hints, time);
  }
}
