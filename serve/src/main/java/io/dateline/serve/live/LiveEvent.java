package io.dateline.serve.live;

import io.dateline.model.EnrichedArticle;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One record of the enriched channel on its way to the clients.
 *
 * @param partition where it stood
 * @param offset where it stood
 * @param after the reader's positions behind this record
 * @param article what it says; null for an erasure
 * @param frame the SSE frame without its id line, shared by all clients
 * @param publishedAtMillis timestamp of the record
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are shared on purpose and never compared
record LiveEvent(
    int partition,
    long offset,
    Positions after,
    @Nullable EnrichedArticle article,
    byte[] frame,
    long publishedAtMillis) {

  /** Time of the record. */
  Instant publishedAt() {
    return Instant.ofEpochMilli(publishedAtMillis);
  }
}
