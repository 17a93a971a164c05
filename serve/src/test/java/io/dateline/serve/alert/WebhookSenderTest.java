package io.dateline.serve.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.runtime.outbound.HostLookup;
import io.dateline.runtime.outbound.PrivateHosts;
import io.dateline.serve.watch.Alert;
import io.dateline.serve.watch.Hit;
import io.dateline.serve.watch.Watch;
import io.dateline.serve.watch.WebhookSecret;
import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Where webhooks go and where they do not, over real sockets. */
class WebhookSenderTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:20:30Z");
  private static final Watch WATCH = new Watch("w", "Watch", "query", false, false, NOW, List.of());
  private static final WebhookSecret SECRET =
      WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

  static Hit hit(int version) {
    UUID article = new UUID(1, 2);
    return new Hit(
        "w/" + article + "/" + version,
        "w",
        article,
        "https://news.example/1",
        version,
        "Headline",
        "created",
        NOW,
        List.of("word"),
        true,
        null);
  }

  private static Outcome send(String url, PrivateHosts allowed, HostLookup lookup) {
    try (var sender = new WebhookSender(allowed, lookup, InstantSource.fixed(NOW))) {
      Alert.Webhook alert = new Alert.Webhook("a", URI.create(url), SECRET, false);
      return sender.send(WATCH, alert, List.of(hit(1)));
    }
  }

  @Test
  void nameThatResolvesToAPrivateAddressIsRefusedAtTheConnection() throws Exception {
    try (Receiver receiver = new Receiver()) {
      HostLookup rebound = host -> new InetAddress[] {InetAddress.getLoopbackAddress()};
      String url = receiver.url("hooks.example").replaceAll(":\\d+/", ":8080/");
      assertThat(send(url, PrivateHosts.NONE, rebound)).isInstanceOf(Outcome.Refused.class);
      assertThat(receiver.taken()).isEmpty();
    }
  }

  @Test
  void loopbackPrivateAndOddAddressesAreRefused() {
    for (String url :
        List.of(
            "http://127.0.0.1/",
            "http://localhost/",
            "http://[::1]/",
            "http://10.0.0.1/",
            "http://169.254.169.254/latest/meta-data",
            "http://hooks.example:25/",
            "ftp://hooks.example/",
            "http://user:password@hooks.example/")) {
      assertThat(send(url, PrivateHosts.NONE, HostLookup.SYSTEM))
          .as(url)
          .isInstanceOf(Outcome.Refused.class);
    }
  }

  @Test
  void hostAllowedByNameIsReached() throws Exception {
    try (Receiver receiver = new Receiver()) {
      PrivateHosts allowed = new PrivateHosts(Set.of("127.0.0.1"));
      assertThat(send(receiver.url("127.0.0.1"), allowed, HostLookup.SYSTEM))
          .isInstanceOf(Outcome.Taken.class);
      Receiver.Taken taken = receiver.taken().get(0);
      long seconds = NOW.getEpochSecond();
      assertThat(taken.headers())
          .containsEntry("webhook-id", hit(1).id())
          .containsEntry("webhook-timestamp", Long.toString(seconds))
          .containsEntry(
              "webhook-signature", SECRET.sign(hit(1).id(), seconds, WebhookSender.body(hit(1))));
      assertThat(taken.body()).isEqualTo(WebhookSender.body(hit(1)));
    }
  }

  @Test
  void redirectsAreNotFollowedAndGoneIsForEver() throws Exception {
    try (Receiver receiver = new Receiver(302, 410, 500)) {
      PrivateHosts allowed = new PrivateHosts(Set.of("127.0.0.1"));
      String url = receiver.url("127.0.0.1");
      assertThat(send(url, allowed, HostLookup.SYSTEM)).isInstanceOf(Outcome.Later.class);
      assertThat(send(url, allowed, HostLookup.SYSTEM)).isInstanceOf(Outcome.Gone.class);
      assertThat(send(url, allowed, HostLookup.SYSTEM))
          .isEqualTo(new Outcome.Later("HTTP 500", null));
      assertThat(receiver.taken()).hasSize(3);
    }
  }
}
