package io.dateline.serve.watch;

import java.time.Instant;
import java.util.UUID;

/**
 * An article that a watch caught.
 *
 * @param id the same for the same watch, article and version, so that a repeat can be dropped
 * @param watch id of the watch
 * @param article id of the article
 * @param uri uri of the article
 * @param version its version
 * @param headline its headline
 * @param event created, updated, corrected or withdrawn
 * @param at when it was caught
 */
public record Hit(
    String id,
    String watch,
    UUID article,
    String uri,
    int version,
    String headline,
    String event,
    Instant at) {}
