package io.dateline.ingest.fetch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dateline.ingest.fetch.FetchResult.Failed;
import io.dateline.ingest.fetch.FetchResult.Fetched;
import io.dateline.ingest.robots.RobotsParser;
import io.dateline.ingest.robots.RobotsRules;
import io.dateline.model.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What is known of robots.txt by origin (RFC 9309, sections 2.3 and 2.4). */
final class RobotsStore {

  private static final int MAX_ORIGINS = 100_000;

  /** The RFC: not to be used for more than a day. */
  private static final Duration FRESH = Duration.ofHours(24);

  /** How soon an unreachable robots.txt is asked for again; twice as long each time. */
  private static final Duration FIRST_RETRY = Duration.ofSeconds(30);

  private static final Duration MAX_RETRY = Duration.ofMinutes(10);

  private final String agentToken;
  private final InstantSource clock;
  private final Cache<String, Entry> entries =
      Caffeine.newBuilder().maximumSize(MAX_ORIGINS).build();

  RobotsStore(String agentToken, InstantSource clock) {
    this.agentToken = agentToken;
    this.clock = clock;
  }

  /**
   * One robots.txt.
   *
   * @param rules what it says to us
   * @param until when it must be asked for again
   * @param trouble why it could not be had, when everything is disallowed for that
   * @param failures times in a row that it could not be had
   */
  record Entry(RobotsRules rules, Instant until, @Nullable String trouble, int failures) {

    /** Why an address may not be asked for, and whether that may change soon. */
    FetchResult.Disallowed disallowed(String url, Instant now) {
      if (trouble != null) {
        String why = "robots.txt cannot be reached (" + trouble + "): " + url;
        return new FetchResult.Disallowed(url, why, Duration.between(now, until));
      }
      RobotsRules.Rule rule = rules.deciding(url);
      String why = "robots.txt says Disallow: " + (rule == null ? "" : rule.pattern()) + ": " + url;
      return new FetchResult.Disallowed(url, why, null);
    }
  }

  @Nullable Entry fresh(String origin) {
    Entry entry = entries.getIfPresent(origin);
    return entry != null && clock.instant().isBefore(entry.until()) ? entry : null;
  }

  Entry keep(String origin, FetchResult answer) {
    Entry before = entries.getIfPresent(origin);
    Entry entry = entry(answer, before == null ? 0 : before.failures());
    entries.put(origin, entry);
    return entry;
  }

  /** 2xx: the rules; 4xx and endless redirects: everything allowed; all else: nothing. */
  private Entry entry(FetchResult answer, int failures) {
    Instant now = clock.instant();
    return switch (answer) {
      case Fetched fetched ->
          new Entry(RobotsParser.parse(fetched.body(), agentToken), now.plus(FRESH), null, 0);
      case Failed failed when isUnavailable(failed) ->
          new Entry(RobotsRules.ALLOW_ALL, now.plus(FRESH), null, 0);
      case Failed failed -> unreachable(now, failures, failed.detail());
      case FetchResult.Postponed postponed -> unreachable(now, failures, "the host asked to wait");
      case FetchResult.Disallowed disallowed -> unreachable(now, failures, disallowed.detail());
      case FetchResult.NotModified same -> unreachable(now, failures, "304 without validators");
      case FetchResult.Redirected redirected -> unreachable(now, failures, "unfollowed redirect");
    };
  }

  private static boolean isUnavailable(Failed failed) {
    boolean client = failed.status() >= 400 && failed.status() < 500 && failed.status() != 429;
    return client || failed.reason() == Reason.REDIRECTS;
  }

  private static Entry unreachable(Instant now, int failures, String why) {
    Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(failures, 10));
    wait = wait.compareTo(MAX_RETRY) > 0 ? MAX_RETRY : wait;
    return new Entry(RobotsRules.DISALLOW_ALL, now.plus(wait), why, failures + 1);
  }
}
