package io.dateline.ingest.fetch;

import io.dateline.ingest.fetch.FetchResult.Failed;
import io.dateline.ingest.url.Urls;
import io.dateline.model.Reason;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.jspecify.annotations.Nullable;

/**
 * One exchange with a server: no redirect is followed here. Every failure is a value.
 *
 * <p>Thread-safe; meant for virtual threads, since it blocks.
 */
public final class HttpFetcher implements AutoCloseable {

  private static final Set<Integer> PORTS = Set.of(80, 443, 8080, 8443);

  private final CloseableHttpClient client;
  private final CookieJars cookies = new CookieJars();
  private final FetchLimits limits;
  private final Answers answers;
  private final ScheduledExecutorService deadlines;

  /**
   * A fetcher.
   *
   * @param userAgent the whole User-Agent header, with an address to complain to
   * @param limits of time
   * @param lookup names to addresses
   * @param clock for Retry-After dates
   */
  public HttpFetcher(String userAgent, FetchLimits limits, HostLookup lookup, InstantSource clock) {
    this.limits = limits;
    client = Clients.create(userAgent, limits, new GuardedResolver(lookup));
    answers = new Answers(clock);
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("fetch-deadlines").factory());
    executor.setRemoveOnCancelPolicy(true);
    deadlines = executor;
  }

  /** Sends the request and reads the answer. */
  public FetchResult fetch(FetchRequest request) {
    URI uri;
    try {
      uri = new URI(request.url());
    } catch (URISyntaxException e) {
      return Failed.of(Reason.FORBIDDEN_ADDRESS, "not an address: " + request.url());
    }
    Failed refused = check(uri, request);
    return refused != null ? refused : exchange(uri, request);
  }

  private static @Nullable Failed check(URI uri, FetchRequest request) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return Failed.of(Reason.FORBIDDEN_ADDRESS, "scheme of " + uri + " is not http or https");
    }
    String host = Urls.host(request.url());
    if (host == null || uri.getHost() == null || uri.getRawUserInfo() != null) {
      return Failed.of(Reason.FORBIDDEN_ADDRESS, "no plain host in " + uri);
    }
    if (request.url().length() > FetchLimits.MAX_URL_CHARS) {
      return Failed.of(
          Reason.FORBIDDEN_ADDRESS, "address longer than " + FetchLimits.MAX_URL_CHARS);
    }
    int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("http") ? 80 : 443;
    if (!PORTS.contains(port) && !request.privateHosts().permits(host, port)) {
      return Failed.of(Reason.FORBIDDEN_ADDRESS, "port " + port + " of " + uri);
    }
    return null;
  }

  private FetchResult exchange(URI uri, FetchRequest request) {
    HttpGet get = new HttpGet(uri);
    get.setHeader("Accept", request.kind().accept());
    get.setHeader("Accept-Encoding", Bodies.accepted());
    if (request.validators().etag() != null) {
      get.setHeader("If-None-Match", request.validators().etag());
    }
    if (request.validators().lastModified() != null) {
      get.setHeader("If-Modified-Since", request.validators().lastModified());
    }
    HttpClientContext context = HttpClientContext.create();
    context.setCookieStore(cookies.of(request.source()));
    // connections are shared only between requests with the same permissions
    context.setUserToken(request.privateHosts());
    long millis = limits.total().toMillis();
    ScheduledFuture<?> deadline = deadlines.schedule(get::abort, millis, TimeUnit.MILLISECONDS);
    try {
      return ScopedValue.where(GuardedResolver.ALLOWED, request.privateHosts())
          .call(() -> client.execute(get, context, r -> answers.read(r, request)));
    } catch (IOException | RuntimeException e) {
      return deadline.isDone()
          ? Failed.of(Reason.TIMEOUT, "no whole answer within " + limits.total() + ": " + uri)
          : Failures.of(e, uri);
    } finally {
      deadline.cancel(false);
    }
  }

  @Override
  public void close() {
    deadlines.shutdownNow();
    client.close(org.apache.hc.core5.io.CloseMode.IMMEDIATE);
  }
}
