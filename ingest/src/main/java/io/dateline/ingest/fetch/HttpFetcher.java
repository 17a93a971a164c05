package io.dateline.ingest.fetch;

import io.dateline.ingest.fetch.FetchResult.Failed;
import io.dateline.ingest.url.Urls;
import io.dateline.ingest.url.WebUrl;
import io.dateline.model.Reason;
import io.dateline.runtime.outbound.GuardedResolver;
import io.dateline.runtime.outbound.HostLookup;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.jspecify.annotations.Nullable;

/**
 * One exchange with a server: no redirect is followed here. Every failure is a value.
 *
 * <p>Thread-safe; meant for virtual threads, since it blocks.
 */
public final class HttpFetcher implements AutoCloseable {

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
  public FetchResult fetch(FetchRequest request) throws InterruptedException {
    return send(request, null);
  }

  /** Sends a form by POST and reads the answer. */
  public FetchResult submit(FetchRequest request, Map<String, String> form)
      throws InterruptedException {
    return send(request, form);
  }

  private FetchResult send(FetchRequest request, @Nullable Map<String, String> form)
      throws InterruptedException {
    WebUrl url = WebUrl.parse(request.url());
    if (url == null) {
      return Failed.of(Reason.FORBIDDEN_ADDRESS, "not an address: " + request.url());
    }
    String refused = AddressRules.refusal(request.url(), url, request.privateHosts());
    if (refused != null) {
      return Failed.of(Reason.FORBIDDEN_ADDRESS, refused + ": " + request.url());
    }
    URI uri = URI.create(Urls.strict(url));
    if (form == null) {
      return exchange(new HttpGet(uri), uri, request);
    }
    HttpPost post = new HttpPost(uri);
    List<NameValuePair> fields = new ArrayList<>();
    form.forEach((name, value) -> fields.add(new BasicNameValuePair(name, value)));
    post.setEntity(new UrlEncodedFormEntity(fields, StandardCharsets.UTF_8));
    return exchange(post, uri, request);
  }

  private FetchResult exchange(HttpUriRequestBase get, URI uri, FetchRequest request)
      throws InterruptedException {
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
    AtomicBoolean late = new AtomicBoolean();
    Runnable abort =
        () -> {
          late.set(true);
          get.abort();
        };
    ScheduledFuture<?> deadline = deadlines.schedule(abort, millis, TimeUnit.MILLISECONDS);
    try {
      return ScopedValue.where(GuardedResolver.ALLOWED, request.privateHosts())
          .call(() -> client.execute(get, context, r -> answers.read(r, request)));
    } catch (IOException | RuntimeException e) {
      if (Thread.interrupted()) {
        // we were told to stop: that says nothing about the host
        InterruptedException stop = new InterruptedException("interrupted: " + uri);
        stop.initCause(e);
        throw stop;
      }
      return late.get()
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
