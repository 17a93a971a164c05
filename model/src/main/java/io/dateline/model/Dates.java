package io.dateline.model;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * When the outlet published the article, with the zone it stated.
 *
 * @param firstCreated first publication
 * @param versionCreated this version
 */
public record Dates(
    @Nullable OffsetDateTime firstCreated, @Nullable OffsetDateTime versionCreated) {

  /** Nothing is known. */
  public static final Dates UNKNOWN = new Dates(null, null);

  /** The version's date or, failing that, the first publication. */
  public @Nullable OffsetDateTime latest() {
    return versionCreated != null ? versionCreated : firstCreated;
  }

  /**
   * When this version belongs into a list or a count: its own date, unless that lies in the future
   * or is a mistake of the page (before year 2 or after 9998).
   *
   * @param ingested when it came in, which stands in where there is no date
   */
  public Instant sortedAt(Instant ingested) {
    OffsetDateTime named = latest();
    if (named == null || named.getYear() < 2 || named.getYear() > 9998) {
      return ingested;
    }
    Instant published = named.toInstant();
    return published.isAfter(ingested) ? ingested : published;
  }
}
