package io.dateline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dateline.model.Channel;
import io.dateline.runtime.KafkaSettings;
import io.dateline.runtime.Platform;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A hub tells of news long before the next poll. */
class PushTest {
  @RegisterExtension static final TestBroker BROKER = new TestBroker();

  private static final Duration LONG = Duration.ofSeconds(60);

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void aHubIsSubscribedToConfirmedAndBelievedOnlyWhenItSigns() throws Exception {
    BlockingQueue<Map<String, String>> asked = new LinkedBlockingQueue<>();
    HttpServer hub =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hub.createContext("/", exchange -> subscribe(exchange, asked));
    hub.start();
    String hubAt = "127.0.0.1:" + hub.getAddress().getPort();
    try (SmallWeb web = new SmallWeb()) {
      web.article("/a", "Council agrees on budget", LineRig.BODY);
      web.article("/b", "Council agrees on library", LineRig.BODY[2], LineRig.BODY[1]);
      web.set("/feed", 200, "application/atom+xml", feed(web, hubAt, "/a"));
      KafkaSettings own = BROKER.own("push.", 1);
      String yaml =
          "sources: [{id: small, language: en, feeds: [\"%s\"], private: [\"%s\", \"%s\"], poll: {min: 1h, max: 2h}}]"
              .formatted(web.url("/feed"), web.authority(), hubAt);
      int port = freePort();
      PushSettings push =
          new PushSettings("http://127.0.0.1:" + port + "/push/", "127.0.0.1", port);
      try (ChannelTail articles = new ChannelTail(own, Channel.ARTICLES);
          IngestService service =
              IngestService.start(LineRig.settings(own, yaml).with(push), Platform.create())) {
        articles.await(1, LONG);
        Map<String, String> form = asked.poll(60, TimeUnit.SECONDS);
        assertThat(form)
            .containsEntry("hub.mode", "subscribe")
            .containsEntry("hub.topic", web.url("/feed"));
        String callback = form.getOrDefault("hub.callback", "");
        String secret = form.getOrDefault("hub.secret", "");
        assertThat(confirm(callback, "http://else.example/", "x").statusCode()).isEqualTo(404);
        assertThat(confirm(callback + "0", web.url("/feed"), "x").statusCode()).isEqualTo(404);
        assertThat(confirm(callback, web.url("/feed"), "token 1").body()).isEqualTo("token 1");
        byte[] news = feed(web, hubAt, "/b").getBytes(StandardCharsets.UTF_8);
        assertThat(post(callback, news, "sha256=" + "00".repeat(32))).isEqualTo(202);
        assertThat(post(callback, news, null)).isEqualTo(202);
        assertThat(post(callback + "0", news, sign(news, secret))).isEqualTo(410);
        articles.settle(Duration.ofSeconds(1));
        assertThat(articles.records()).hasSize(1);
        assertThat(post(callback, news, sign(news, secret))).isEqualTo(202);
        articles.await(2, LONG);
        assertThat(LineRig.articles(articles))
            .extracting(a -> a.uri().value())
            .containsExactly(web.url("/a"), web.url("/b"));
        assertThat(web.log()).containsOnlyOnce("/feed");
      }
    } finally {
      hub.stop(0);
    }
  }

  private static String feed(SmallWeb web, String hub, String article) {
    return """
    <feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><id>urn:x:f</id>
    <link rel="hub" href="http://%s/hub"/><link rel="self" href="%s"/>
    <entry><title>N</title><id>%s</id><link href="%3$s"/><updated>2026-11-22T09:00:00Z</updated></entry></feed>
    """
        .formatted(hub, web.url("/feed"), web.url(article));
  }

  private static void subscribe(HttpExchange exchange, BlockingQueue<Map<String, String>> asked)
      throws IOException {
    try (exchange) {
      Map<String, String> form = new HashMap<>();
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      for (String pair : body.split("&")) {
        String[] parts = pair.split("=", 2);
        form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
      asked.add(form);
      exchange.sendResponseHeaders(202, -1);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private HttpResponse<String> confirm(String callback, String topic, String challenge)
      throws Exception {
    String query =
        "?hub.mode=subscribe&hub.lease_seconds=86400&hub.topic="
            + URLEncoder.encode(topic, StandardCharsets.UTF_8)
            + "&hub.challenge="
            + URLEncoder.encode(challenge, StandardCharsets.UTF_8);
    return client.send(
        HttpRequest.newBuilder(URI.create(callback + query)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private int post(String callback, byte[] body, @Nullable String signature) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(callback))
            .header("Content-Type", "application/atom+xml")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    if (signature != null) {
      request.header("X-Hub-Signature", signature);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private static String sign(byte[] body, String secret) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
  }
}
