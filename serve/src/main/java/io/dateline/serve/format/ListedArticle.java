package io.dateline.serve.format;

import java.time.Instant;
import java.util.UUID;

/**
 * One article of a list.
 *
 * @param id its id
 * @param sortedAt what the list is sorted by
 * @param record the record of the enriched channel, UTF-8 JSON
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are passed on, never compared
public record ListedArticle(UUID id, Instant sortedAt, byte[] record) {}
