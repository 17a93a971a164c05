package io.dateline.model;

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
}
