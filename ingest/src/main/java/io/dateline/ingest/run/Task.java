package io.dateline.ingest.run;

import io.dateline.ingest.frontier.Lead;
import io.dateline.ingest.source.Feed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something to do for a source, not before its time. */
sealed interface Task extends Comparable<Task> {

  /** Not before. */
  Instant due();

  /** First come of what is due first. */
  @Override
  default int compareTo(Task other) {
    return due().compareTo(other.due());
  }

  /**
   * Ask a feed for news.
   *
   * @param due not before
   * @param feed which
   */
  record Poll(Instant due, Feed feed) implements Task {}

  /**
   * Read a feed document that a hub delivered.
   *
   * @param due not before
   * @param feed which
   * @param body the document
   * @param contentType as the hub states it
   */
  record Pushed(Instant due, Feed feed, byte[] body, @Nullable String contentType)
      implements Task {}

  /**
   * Look at a page.
   *
   * @param due not before
   * @param lead what is known of it
   * @param tries fetches of this look that failed for now
   */
  record Look(Instant due, Lead lead, int tries) implements Task {

    Look again(Instant when) {
      return new Look(when, lead, tries + 1);
    }
  }
}
