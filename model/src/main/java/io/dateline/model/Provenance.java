package io.dateline.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an article was found.
 *
 * @param source the outlet's id in our list of sources
 * @param originalUrl the address it was fetched from
 * @param canonicalUrl the address the page calls its own
 * @param ampUrl the page's AMP variant
 * @param contentHash hash of what makes a version, lower-case hexadecimal
 * @param fetchedAt when its bytes arrived
 */
public record Provenance(
    @Nullable SourceId source,
    @Nullable String originalUrl,
    @Nullable String canonicalUrl,
    @Nullable String ampUrl,
    @Nullable String contentHash,
    @Nullable Instant fetchedAt) {

  /** Nothing is known. */
  public static final Provenance UNKNOWN = new Provenance(null, null, null, null, null, null);

  /** The same with another content hash. */
  public Provenance withContentHash(String hash) {
    return new Provenance(source, originalUrl, canonicalUrl, ampUrl, hash, fetchedAt);
  }

  /** The same as found by a source at a time. */
  public Provenance foundBy(@Nullable SourceId id, Instant at) {
    return new Provenance(id, originalUrl, canonicalUrl, ampUrl, contentHash, at);
  }
}
