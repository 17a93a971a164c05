package io.dateline.ingest.push;

import io.dateline.ingest.fetch.FetchRequest;
import io.dateline.ingest.fetch.FetchResult;
import io.dateline.ingest.fetch.Kind;
import io.dateline.ingest.fetch.PoliteFetcher;
import io.dateline.ingest.fetch.Validators;
import io.dateline.ingest.source.Source;
import io.dateline.runtime.outbound.PrivateHosts;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The subscriptions of this instance (WebSub, W3C recommendation of 2018). They are kept in memory:
 * after a stop they are made anew, and hubs drop those that nobody answers for. Thread-safe.
 */
public final class Pushes {

  private static final Logger LOG = LoggerFactory.getLogger(Pushes.class);

  /** The lease asked for. */
  private static final Duration LEASE = Duration.ofDays(10);

  /** The shortest and longest lease believed. */
  private static final Duration MIN_LEASE = Duration.ofMinutes(5);

  private static final Duration MAX_LEASE = Duration.ofDays(60);
  private static final int TOKEN_BYTES = 24;

  private final PoliteFetcher fetcher;
  private final String callback;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Subscription> subscriptions = new ConcurrentHashMap<>();
  private final Map<String, Receiver> receivers = new ConcurrentHashMap<>();

  /** Who gets what a hub delivers for a feed. */
  @FunctionalInterface
  public interface Receiver {

    /** Takes a whole feed document; must not block. */
    void deliver(byte[] body, @Nullable String contentType);
  }

  /** What became of a delivery. */
  enum Delivery {
    /** Taken. */
    ACCEPTED,
    /** Not signed with our secret. */
    FORGED,
    /** Nobody asked for it. */
    UNKNOWN
  }

  /**
   * Subscriptions whose callbacks begin with a public address.
   *
   * @param callback without slash at its end
   */
  public Pushes(PoliteFetcher fetcher, String callback, InstantSource clock) {
    this.fetcher = fetcher;
    this.callback = callback;
    this.clock = clock;
  }

  /**
   * A hub was named for a feed: asks it when it is time to. A hub that fails costs nothing but the
   * push: the feed is polled as before.
   *
   * @param topic address of the feed as the feed itself states it
   */
  public void offer(Source source, String hub, String topic, Receiver receiver)
      throws InterruptedException {
    String key = source.id() + " " + topic;
    Instant now = clock.instant();
    receivers.put(key, receiver);
    Subscription known = subscriptions.get(key);
    if (known != null && now.isBefore(known.due())) {
      return;
    }
    Subscription asked =
        known == null
            ? new Subscription(random(), random(), topic, now, null, LEASE)
            : known.asked(now);
    subscriptions.put(key, asked);
    FetchRequest request =
        new FetchRequest(
            hub, Kind.HUB, Validators.NONE, source.id(), new PrivateHosts(source.privateHosts()));
    FetchResult answer = fetcher.submit(request, form(asked));
    if (answer instanceof FetchResult.Failed failed) {
      LOG.info("source {}: hub {} does not take us: {}", source.id(), hub, failed.detail());
    }
  }

  private Map<String, String> form(Subscription subscription) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("hub.mode", "subscribe");
    form.put("hub.topic", subscription.topic());
    form.put("hub.callback", callback + "/" + subscription.token());
    form.put("hub.lease_seconds", Long.toString(LEASE.toSeconds()));
    form.put("hub.secret", subscription.secret());
    return form;
  }

  private String random() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** The source is not watched here any more: what comes for it is unknown from now on. */
  public void end(Source source) {
    String prefix = source.id() + " ";
    subscriptions.keySet().removeIf(key -> key.startsWith(prefix));
    receivers.keySet().removeIf(key -> key.startsWith(prefix));
  }

  /** When the hub must be asked again for a feed; null when it is not subscribed. */
  public @Nullable Instant due(Source source, String topic) {
    Subscription known = subscriptions.get(source.id() + " " + topic);
    return known == null || known.confirmed() == null ? null : known.due();
  }

  /** Whether we asked for what a hub wants confirmed (WebSub, section 5.3). */
  boolean verify(String token, @Nullable String mode, @Nullable String topic, long leaseSeconds) {
    String key = keyOf(token);
    Subscription known = key == null ? null : subscriptions.get(key);
    if (key == null || known == null || !known.topic().equals(topic)) {
      return false;
    }
    Instant now = clock.instant();
    if ("denied".equals(mode)) {
      LOG.info("the hub denies {}", topic);
      subscriptions.computeIfPresent(key, (_, s) -> s.denied(now));
      return true;
    }
    if (!"subscribe".equals(mode)) {
      return false; // we never unsubscribe: whoever asks to is not us
    }
    Duration granted =
        Duration.ofSeconds(Math.clamp(leaseSeconds, MIN_LEASE.toSeconds(), MAX_LEASE.toSeconds()));
    subscriptions.computeIfPresent(key, (_, s) -> s.confirmed(now, granted));
    LOG.info("the hub tells of {} for {}", topic, granted);
    return true;
  }

  Delivery deliver(String token, @Nullable String signature, byte[] body, @Nullable String type) {
    String key = keyOf(token);
    Subscription known = key == null ? null : subscriptions.get(key);
    Receiver receiver = key == null ? null : receivers.get(key);
    if (known == null || receiver == null) {
      return Delivery.UNKNOWN;
    }
    if (!Signature.isOf(signature, body, known.secret())) {
      LOG.warn("a delivery for {} is not signed with our secret", known.topic());
      return Delivery.FORGED;
    }
    receiver.deliver(body, type);
    return Delivery.ACCEPTED;
  }

  private @Nullable String keyOf(String token) {
    for (Map.Entry<String, Subscription> entry : subscriptions.entrySet()) {
      if (entry.getValue().token().equals(token)) {
        return entry.getKey();
      }
    }
    return null;
  }
}
