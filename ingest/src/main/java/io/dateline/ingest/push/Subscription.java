package io.dateline.ingest.push;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A feed asked for at a hub.
 *
 * @param token last segment of its callback address; nobody else knows it
 * @param secret signs what the hub delivers
 * @param topic address of the feed as the hub knows it
 * @param asked when the hub was last asked
 * @param confirmed when the hub last confirmed; null before it did
 * @param lease how long the confirmation holds
 */
record Subscription(
    String token,
    String secret,
    String topic,
    Instant asked,
    @Nullable Instant confirmed,
    Duration lease) {

  /** A hub that does not confirm is asked again after this. */
  static final Duration PATIENCE = Duration.ofHours(1);

  Subscription confirmed(Instant now, Duration granted) {
    return new Subscription(token, secret, topic, asked, now, granted);
  }

  Subscription asked(Instant now) {
    return new Subscription(token, secret, topic, now, confirmed, lease);
  }

  Subscription denied(Instant now) {
    return new Subscription(token, secret, topic, now, null, lease);
  }

  /** When the hub should be asked (again): after nine tenths of the lease. */
  Instant due() {
    Instant retry = asked.plus(PATIENCE);
    if (confirmed == null) {
      return retry;
    }
    Instant renewal = confirmed.plus(lease.multipliedBy(9).dividedBy(10));
    return asked.isAfter(confirmed) && renewal.isBefore(retry) ? retry : renewal;
  }
}
