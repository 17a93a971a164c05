package io.dateline.serve.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How often one client may ask. A client is its address; of IPv6 the first 64 bits, which one
 * customer gets as a whole. Thread-safe.
 */
final class RateLimits {

  /** Clients remembered; the one that has not asked for longest starts anew. */
  static final int MAX_CLIENTS = 50_000;

  private static final int IPV6_CLIENT_BYTES = 8;

  private final Rates rates;
  private final LongSupplier nanos;
  private final Map<Key, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Bucket> eldest) {
          return size() > MAX_CLIENTS;
        }
      };

  /** The limits by name. */
  enum Limit {
    /** GET of the API. */
    READ(10),
    /** Anything that changes something, previews too. */
    CHANGE(10),
    /** Opening a live stream. */
    STREAM(40),
    /** Trying a token. */
    LOGIN(10);

    /** What a client saves while it asks for nothing, in seconds. */
    private final int savedSeconds;

    Limit(int savedSeconds) {
      this.savedSeconds = savedSeconds;
    }

    /** The limit of a request; empty when it has none. */
    static Optional<Limit> of(String method, String path) {
      if (!path.startsWith("/api/")) {
        return Optional.empty();
      }
      if (path.equals("/api/v1/login")) {
        return Optional.of(LOGIN);
      }
      if (path.equals("/api/v1/stream")) {
        return Optional.of(STREAM);
      }
      boolean reads = method.equals("GET") || method.equals("HEAD");
      return Optional.of(reads ? READ : CHANGE);
    }

    double perSecond(Rates rates) {
      return switch (this) {
        case READ -> rates.read();
        case CHANGE -> rates.change();
        case STREAM -> rates.stream();
        case LOGIN -> rates.login();
      };
    }

    double atOnce(Rates rates) {
      return perSecond(rates) * savedSeconds;
    }
  }

  private record Key(String client, Limit limit) {}

  private static final class Bucket {
    private double left;
    private long since;

    Bucket(double left, long since) {
      this.left = left;
      this.since = since;
    }
  }

  /** With a clock in nanoseconds that only goes forward. */
  RateLimits(Rates rates, LongSupplier nanos) {
    this.rates = rates;
    this.nanos = nanos;
  }

  /** Takes one request of a client; when it has none left, how long it is to wait. */
  synchronized Optional<Duration> take(InetAddress client, Limit limit) {
    long now = nanos.getAsLong();
    double perSecond = limit.perSecond(rates);
    double most = limit.atOnce(rates);
    Bucket bucket =
        buckets.computeIfAbsent(new Key(name(client), limit), key -> new Bucket(most, now));
    double earned = (now - bucket.since) / 1e9 * perSecond;
    bucket.left = Math.min(most, bucket.left + earned);
    bucket.since = now;
    if (bucket.left < 1) {
      return Optional.of(Duration.ofNanos((long) ((1 - bucket.left) / perSecond * 1e9)));
    }
    bucket.left--;
    return Optional.empty();
  }

  private static String name(InetAddress client) {
    byte[] bytes = client.getAddress();
    return client instanceof Inet6Address
        ? Arrays.toString(Arrays.copyOf(bytes, IPV6_CLIENT_BYTES))
        : client.getHostAddress();
  }
}
