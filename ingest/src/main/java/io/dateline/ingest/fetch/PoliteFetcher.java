package io.dateline.ingest.fetch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.dateline.ingest.fetch.FetchResult.Failed;
import io.dateline.ingest.fetch.FetchResult.Fetched;
import io.dateline.ingest.fetch.FetchResult.Redirected;
import io.dateline.model.Reason;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fetches as a good guest: robots.txt first, one request at a time and a pause between them for
 * each host, redirects followed one by one under the same rules.
 */
public final class PoliteFetcher {

  private static final int MAX_HOSTS = 100_000;

  /** Longer than any wait a host may ask for. */
  private static final Duration IDLE = Duration.ofHours(26);

  private final HttpFetcher http;
  private final Politeness politeness;
  private final InstantSource clock;
  private final RobotsStore robots;
  private final Cache<String, HostGate> gates =
      Caffeine.newBuilder().maximumSize(MAX_HOSTS).expireAfterAccess(IDLE).build();

  /** A fetcher that goes through {@code http}. */
  public PoliteFetcher(HttpFetcher http, Politeness politeness, InstantSource clock) {
    this.http = http;
    this.politeness = politeness;
    this.clock = clock;
    robots = new RobotsStore(politeness.agentToken(), clock);
  }

  /** Fetches an address; waits its turn at the host, at most a minute. */
  public FetchResult get(FetchRequest request) throws InterruptedException {
    List<String> hops = new ArrayList<>();
    String moved = null;
    boolean permanent = true;
    FetchRequest at = request;
    while (true) {
      FetchResult result = one(at);
      if (!(result instanceof Redirected redirect)) {
        return result instanceof Fetched fetched ? fetched.via(hops, moved) : result;
      }
      hops.add(at.url());
      Failed refused = refuse(redirect, at, hops);
      if (refused != null) {
        return refused;
      }
      permanent &= redirect.permanent();
      moved = permanent ? redirect.location() : moved;
      at = at.to(redirect.location());
    }
  }

  /** Sends a form; no redirect is followed. Hubs are asked to take requests: no robots.txt. */
  public FetchResult submit(FetchRequest request, Map<String, String> form)
      throws InterruptedException {
    return gate(request.url()).ask(request.url(), () -> http.submit(request, form));
  }

  static @Nullable Failed refuse(Redirected redirect, FetchRequest from, List<String> hops) {
    String to = redirect.location();
    String why = null;
    if (hops.size() > FetchLimits.MAX_REDIRECTS) {
      why = "more than " + FetchLimits.MAX_REDIRECTS + " redirects";
    } else if (hops.contains(to)) {
      why = "redirects in a circle";
    } else if (isHttps(from.url()) && !isHttps(to)) {
      why = "redirect from https to http";
    }
    return why == null ? null : Failed.of(Reason.REDIRECTS, why + ": " + hops.getFirst());
  }

  private static boolean isHttps(String url) {
    return url.toLowerCase(Locale.ROOT).startsWith("https:");
  }

  private FetchResult one(FetchRequest request) throws InterruptedException {
    HostGate gate = gate(request.url());
    if (politeness.robots() && request.kind() != Kind.ROBOTS) {
      RobotsStore.Entry entry = robots(request, gate);
      if (!entry.rules().allows(request.url())) {
        return entry.disallowed(request.url(), clock.instant());
      }
    }
    return ask(request, gate);
  }

  /** A server that hung up on a kept connection is asked again, once, after the usual pause. */
  private FetchResult ask(FetchRequest request, HostGate gate) throws InterruptedException {
    FetchResult result = gate.ask(request.url(), () -> http.fetch(request));
    return result instanceof Failed failed && failed.hungUp()
        ? gate.ask(request.url(), () -> http.fetch(request))
        : result;
  }

  private RobotsStore.Entry robots(FetchRequest request, HostGate gate)
      throws InterruptedException {
    String site = origin(request.url());
    gate.robotsLock().lockInterruptibly();
    try {
      RobotsStore.Entry known = robots.fresh(site);
      if (known != null) {
        return known;
      }
      FetchRequest ask = request.as(Kind.ROBOTS, site + "/robots.txt");
      RobotsStore.Entry entry = robots.keep(site, robotsAnswer(ask));
      Duration asked = entry.rules().crawlDelay();
      gate.slowTo(asked);
      if (asked == null && entry.trouble() == null) {
        gate.paceTo(politeness.delay()); // a delay asked for before is asked for no more
      }
      return entry;
    } finally {
      gate.robotsLock().unlock();
    }
  }

  /** RFC 9309 asks to follow at least five redirects, to other hosts too. */
  private FetchResult robotsAnswer(FetchRequest ask) throws InterruptedException {
    FetchRequest at = ask;
    for (int hop = 0; hop <= FetchLimits.MAX_REDIRECTS; hop++) {
      FetchResult result = ask(at, gate(at.url()));
      if (!(result instanceof Redirected redirect)) {
        return result;
      }
      at = at.to(redirect.location());
    }
    return Failed.of(Reason.REDIRECTS, "too many redirects: " + ask.url());
  }

  /** Addresses of sitemaps that the robots.txt of an address's host names. */
  public List<String> sitemaps(FetchRequest request) throws InterruptedException {
    return robots(request, gate(request.url())).rules().sitemaps();
  }

  /** The pause that the host of an address asks for, when it is longer than ours. */
  public @Nullable Duration crawlDelay(String url) {
    Duration kept = gate(url).delay();
    return kept.compareTo(politeness.delay()) > 0 ? kept : null;
  }

  /** What a host asked for before a stop: even its robots.txt is not asked for sooner. */
  public void remember(String host, Duration delay) {
    gateOf(host).slowTo(delay);
  }

  /** Others may have asked our hosts until now: each is left alone for one delay. */
  public void rest() {
    gates.asMap().values().forEach(HostGate::rest);
  }

  private HostGate gate(String url) {
    return gateOf(host(url));
  }

  private HostGate gateOf(String host) {
    return gates.get(
        host, _ -> new HostGate(clock, politeness.delay(), politeness.connectionsPerHost()));
  }

  /** One gate for both default ports of a host; other ports are other servers. */
  public static String host(String url) {
    URI uri = URI.create(url);
    int port = uri.getPort();
    String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
    return port < 0 || port == 80 || port == 443 ? host : host + ":" + port;
  }

  private static String origin(String url) {
    URI uri = URI.create(url);
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }
}
