package io.dateline.ingest.push;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dateline.ingest.fetch.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Where hubs call back: confirmations by GET, deliveries by POST, at the last segment of the path.
 * It listens on loopback unless told otherwise; a proxy in front gives it its public address.
 */
public final class PushServer implements AutoCloseable {

  /** Most exchanges under way at a time; more are refused with 503, and hubs try again. */
  private static final int MAX_EXCHANGES = 64;

  /** Longest wait for the rest of a body is the server's own; the body is bounded as feeds are. */
  private static final int MAX_BODY_BYTES = Kind.FEED.maxBytes();

  private final HttpServer server;
  private final Pushes pushes;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore free = new Semaphore(MAX_EXCHANGES);

  private PushServer(HttpServer server, Pushes pushes) {
    this.server = server;
    this.pushes = pushes;
  }

  /**
   * Starts on an address and port; port 0 takes any free one.
   *
   * @throws UncheckedIOException naming the address when it cannot be bound
   */
  public static PushServer start(String host, int port, Pushes pushes) {
    try {
      HttpServer http =
          HttpServer.create(new InetSocketAddress(InetAddress.getByName(host), port), 0);
      PushServer started = new PushServer(http, pushes);
      http.setExecutor(started.threads);
      http.createContext("/", started::answer);
      http.start();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException("callbacks cannot listen on " + host + ":" + port, e);
    }
  }

  /** The port listened on. */
  public int port() {
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    if (!free.tryAcquire()) {
      try (exchange) {
        exchange.sendResponseHeaders(503, -1);
      }
      return;
    }
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String token = path.substring(path.lastIndexOf('/') + 1);
      switch (exchange.getRequestMethod()) {
        case "GET" -> confirm(exchange, token);
        case "POST" -> take(exchange, token);
        default -> exchange.sendResponseHeaders(405, -1);
      }
    } finally {
      free.release();
    }
  }

  private void confirm(HttpExchange exchange, String token) throws IOException {
    Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
    boolean ours =
        pushes.verify(
            token,
            query.get("hub.mode"),
            query.get("hub.topic"),
            seconds(query.get("hub.lease_seconds")));
    String challenge = query.getOrDefault("hub.challenge", "");
    byte[] body = challenge.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.sendResponseHeaders(ours ? 200 : 404, ours && body.length > 0 ? body.length : -1);
    if (ours && body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  private static long seconds(@Nullable String text) {
    return text != null && text.matches("\\d{1,9}") ? Long.parseLong(text) : 0;
  }

  private void take(HttpExchange exchange, String token) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
    if (body.length > MAX_BODY_BYTES) {
      exchange.sendResponseHeaders(413, -1);
      return;
    }
    Pushes.Delivery delivery =
        pushes.deliver(
            token,
            exchange.getRequestHeaders().getFirst("X-Hub-Signature"),
            body,
            exchange.getRequestHeaders().getFirst("Content-Type"));
    int status =
        switch (delivery) {
          case ACCEPTED -> 202;
          case FORGED -> 202; // a stranger learns nothing from the answer (WebSub, section 8)
          case UNKNOWN -> 410; // the hub may forget us
        };
    exchange.sendResponseHeaders(status, -1);
  }

  private static Map<String, String> query(@Nullable String raw) {
    Map<String, String> query = new HashMap<>();
    if (raw != null) {
      for (String pair : raw.split("&")) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          query.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
        }
      }
    }
    return query;
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // broken escapes: compared as they stand, and so refused
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
