package io.dateline.sink.store;

import io.dateline.model.EnrichedArticle;
import io.dateline.model.EventHeaders;
import io.dateline.model.Rejection;
import io.dateline.model.StoryLinks;
import java.time.Instant;
import java.util.UUID;

/** What one record does to the store. */
public sealed interface Change {

  /** Where the record stands. */
  Position position();

  /**
   * A version of an article.
   *
   * @param article as read
   * @param headers of the record
   * @param doc the record's value, verbatim
   * @param ingestedAt the record's timestamp
   */
  record Put(
      Position position,
      EnrichedArticle article,
      EventHeaders headers,
      byte[] doc,
      Instant ingestedAt)
      implements Change {

    /** Names the article. */
    public UUID id() {
      return article.article().uri().id();
    }

    /** Names the version, whoever sent it: uri#version#enricher. */
    public String eventId() {
      return article.article().uri() + "#" + version() + "#" + article.enrichment().pipeline();
    }

    /** Counts up from 1. */
    public int version() {
      return article.article().version();
    }
  }

  /**
   * An article to forget.
   *
   * @param id names the article
   * @param uri the same
   */
  record Erase(Position position, UUID id, String uri) implements Change {}

  /** What links a story to others, found after its articles. */
  record Link(Position position, StoryLinks links) implements Change {}

  /** Something that left the line. */
  record Reject(Position position, Rejection rejection, Instant at) implements Change {}
}
