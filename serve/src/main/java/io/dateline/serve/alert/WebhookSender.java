package io.dateline.serve.alert;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.model.ninjs.Json;
import io.dateline.runtime.outbound.ForbiddenAddressException;
import io.dateline.runtime.outbound.GuardedResolver;
import io.dateline.runtime.outbound.HostLookup;
import io.dateline.runtime.outbound.PrivateHosts;
import io.dateline.runtime.outbound.RetryAfter;
import io.dateline.serve.watch.Alert;
import io.dateline.serve.watch.Hit;
import io.dateline.serve.watch.Watch;
import io.dateline.serve.watch.WatchCodec;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Posts hits as Standard Webhooks: the same webhook-id and body at every try, signed anew. It
 * follows no redirect, and connects to public addresses only, or to hosts that are allowed by name.
 */
final class WebhookSender implements Sender<Alert.Webhook>, AutoCloseable {

  /** From the first byte sent to the answer's status. */
  static final Duration DEADLINE = Duration.ofSeconds(15);

  /** Connections open at a time: over all receivers, and to one of them. */
  private static final int MAX_CONNECTIONS = 64;

  private static final int MAX_PER_RECEIVER = 8;

  private static final String USER_AGENT = "Dateline-Webhooks/1";

  private final CloseableHttpClient client;
  private final PrivateHosts allowed;
  private final InstantSource clock;
  private final ScheduledThreadPoolExecutor deadlines;

  WebhookSender(PrivateHosts allowed, HostLookup lookup, InstantSource clock) {
    this.allowed = allowed;
    this.clock = clock;
    Timeout patience = Timeout.ofMilliseconds(DEADLINE.toMillis());
    client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(new GuardedResolver(lookup))
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(patience)
                            .setSocketTimeout(patience)
                            .build())
                    .setMaxConnTotal(MAX_CONNECTIONS)
                    .setMaxConnPerRoute(MAX_PER_RECEIVER)
                    .build())
            .setUserAgent(USER_AGENT)
            .setDefaultRequestConfig(
                RequestConfig.custom().setConnectionRequestTimeout(patience).build())
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .build();
    deadlines =
        new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("webhook-deadlines").factory());
    deadlines.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Outcome send(Watch watch, Alert.Webhook alert, List<Hit> hits) {
    Outcome last = new Outcome.Taken("nothing to send");
    for (Hit hit : hits) {
      last = post(alert, hit);
      if (!(last instanceof Outcome.Taken)) {
        return last;
      }
    }
    return last;
  }

  /** The body for a hit: always the same bytes. */
  static byte[] body(Hit hit) {
    ObjectNode root = Json.object().put("type", "dateline.hit." + hit.event());
    root.put("timestamp", hit.at().toString());
    root.set("data", WatchCodec.toTree(hit));
    return Json.write(root);
  }

  private Outcome post(Alert.Webhook alert, Hit hit) {
    String refusal = WebhookAddress.refusal(alert.url(), allowed);
    if (refusal != null) {
      return new Outcome.Refused(refusal);
    }
    byte[] body = body(hit);
    long seconds = clock.instant().getEpochSecond();
    HttpPost post = new HttpPost(alert.url());
    post.setHeader("webhook-id", hit.id());
    post.setHeader("webhook-timestamp", Long.toString(seconds));
    post.setHeader("webhook-signature", alert.secret().sign(hit.id(), seconds, body));
    post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
    return exchange(post);
  }

  private Outcome exchange(HttpPost post) {
    AtomicReference<@Nullable Outcome> told = new AtomicReference<>();
    ScheduledFuture<?> deadline =
        deadlines.schedule(post::abort, DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return ScopedValue.where(GuardedResolver.ALLOWED, allowed)
          .call(() ->
              client.execute(
                  post,
                  response -> {
                    Outcome outcome = outcome(response);
                    told.set(outcome);
                    return outcome;
                  }));
    } catch (ForbiddenAddressException e) {
      return new Outcome.Refused(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      // a body that never ends changes nothing about a status that was told
      Outcome known = told.get();
      return known == null ? new Outcome.Later(e.getClass().getSimpleName(), null) : known;
    } finally {
      deadline.cancel(false);
    }
  }

  private Outcome outcome(HttpResponse response) {
    int status = response.getCode();
    String note = "HTTP " + status;
    if (status >= 200 && status < 300) {
      return new Outcome.Taken(note);
    }
    if (status == 410) {
      return new Outcome.Gone(note);
    }
    Header after = response.getFirstHeader("Retry-After");
    return new Outcome.Later(
        note, after == null ? null : RetryAfter.parse(after.getValue(), clock.instant()));
  }

  @Override
  public void close() {
    deadlines.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
  }
}
