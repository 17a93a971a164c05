package io.dateline.ingest.feed;

import io.dateline.model.Reason;

/** What became of the bytes of a feed. */
public sealed interface FeedResult {

  /**
   * It could be read.
   *
   * @param feed the feed
   */
  record Parsed(ParsedFeed feed) implements FeedResult {}

  /**
   * It is not a feed.
   *
   * @param reason bounded
   * @param detail for people
   */
  record Bad(Reason reason, String detail) implements FeedResult {}
}
