package io.dateline.ingest.frontier;

import io.dateline.ingest.fetch.Validators;
import io.dateline.model.SourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the frontier remembers of one address. */
public sealed interface Mark {

  /** The address: the key of the frontier channel. */
  String url();

  /** The source it belongs to; null after a backfill. */
  @Nullable SourceId source();

  /**
   * A feed after a poll.
   *
   * @param url address of the feed
   * @param source whose feed it is
   * @param validators for the next poll
   * @param polled time of the last poll that worked
   * @param meanGap usual time between two new entries
   * @param movedTo where a permanent redirect said that the feed lives now
   * @param delays hosts of the source that ask for a longer pause than ours
   */
  record FeedMark(
      String url,
      SourceId source,
      Validators validators,
      Instant polled,
      @Nullable Duration meanGap,
      @Nullable String movedTo,
      Map<String, Duration> delays)
      implements Mark {

    /** Copies the delays. */
    public FeedMark {
      delays = Map.copyOf(delays);
    }
  }

  /**
   * An address waiting for its first fetch.
   *
   * @param url address of the page
   * @param source that told of it
   * @param found when
   * @param lead what the feed said of it
   */
  record WaitingMark(String url, SourceId source, Instant found, Lead lead) implements Mark {}

  /**
   * A page that was fetched.
   *
   * @param url address of the page
   * @param source it belongs to
   * @param uri of the article found there; null when there was none
   * @param hash content hash of the last version
   * @param version last version published, 0 when the version is kept under the uri
   * @param seen when the last version was fetched
   * @param revisit what the next looks need; null when no look is due
   */
  record PageMark(
      String url,
      @Nullable SourceId source,
      @Nullable String uri,
      @Nullable String hash,
      int version,
      Instant seen,
      @Nullable Revisit revisit)
      implements Mark {}

  /**
   * A page still looked at for updates.
   *
   * @param first when it was first fetched
   * @param looks done after the first
   * @param validators for the next look
   * @param headline of the last version, for a withdrawal notice
   * @param misses looks in a row that found it gone
   */
  record Revisit(
      Instant first, int looks, Validators validators, @Nullable String headline, int misses) {}
}
