package io.dateline.ingest.fetch;

import org.jspecify.annotations.Nullable;

/**
 * What makes a request conditional (RFC 9110, section 13), exactly as the server sent it.
 *
 * @param etag entity tag
 * @param lastModified HTTP date
 */
public record Validators(@Nullable String etag, @Nullable String lastModified) {

  /** Nothing to compare with: a full fetch. */
  public static final Validators NONE = new Validators(null, null);

  /** Whether a conditional request can be made. */
  public boolean isEmpty() {
    return etag == null && lastModified == null;
  }
}
