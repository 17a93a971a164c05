package io.dateline.ingest.extract;

import io.dateline.model.SourceId;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What feed and source say of a page. Used where the page itself is silent.
 *
 * @param language BCP 47 tag of the feed or source
 * @param title headline in the feed
 * @param date publication date in the feed
 * @param summary teaser in the feed
 * @param source the outlet's id
 * @param homeCountry ISO 3166-1 alpha-2 code of the outlet's country
 */
public record Hints(
    @Nullable String language,
    @Nullable String title,
    @Nullable OffsetDateTime date,
    @Nullable String summary,
    @Nullable SourceId source,
    @Nullable String homeCountry) {

  /** Nothing is known. */
  public static final Hints NONE = new Hints(null, null, null, null, null, null);
}
