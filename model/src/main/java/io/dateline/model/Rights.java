package io.dateline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page says may be done with it.
 *
 * @param notice copyright notice
 * @param usageTerms terms of use, or their address
 * @param optOuts machine-readable reservations found, as "where: what" ("robots: noai",
 *     "tdm-reservation: 1")
 * @param access how much of the text is visible
 * @param accessReason why we say so
 */
public record Rights(
    @Nullable String notice,
    @Nullable String usageTerms,
    List<String> optOuts,
    Access access,
    @Nullable String accessReason) {

  /** Nothing is stated. */
  public static final Rights UNSTATED = new Rights(null, null, List.of(), Access.FREE, null);

  /** How much of a text can be read without paying. */
  public enum Access {
    /** All of it. */
    FREE,
    /** Only its beginning. */
    TEASER
  }

  /** Copies the list. */
  public Rights {
    optOuts = List.copyOf(optOuts);
  }
}
