package io.dateline.ingest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A generated web: each host is an address of its own in 127/8. Feeds grow as they are polled. Some
 * hosts are slow, some answer 503 now and then, some have lying ETags, redirect chains, an endless
 * calendar, the same article under several addresses. All keep a log.
 */
final class GeneratedWeb implements AutoCloseable {

  /** One request as the server saw it, in nanoseconds of this JVM. */
  record Hit(String host, String path, long at) {}

  private final int hosts;
  private final int articles;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ConcurrentLinkedQueue<Hit> hits = new ConcurrentLinkedQueue<>();
  private final Map<String, AtomicInteger> polls = new ConcurrentHashMap<>();

  GeneratedWeb(int hosts, int articles) throws IOException {
    this.hosts = hosts;
    this.articles = articles;
    server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  static String host(int i) {
    return "127.9." + (i / 200) + "." + (1 + i % 200);
  }

  /** The sources file that watches all hosts. */
  String yaml() {
    StringBuilder yaml = new StringBuilder("sources:\n");
    for (int i = 0; i < hosts; i++) {
      String at = host(i) + ":" + port();
      yaml.append("  - {id: host")
          .append(i)
          .append(", country: GB, language: en, feeds: [\"http://")
          .append(at)
          .append("/feed\"], private: [\"")
          .append(at)
          .append("\"], poll: {min: 1s, max: 3s}}\n");
    }
    return yaml.toString();
  }

  /** The uris that must be published, each once. */
  List<String> uris() {
    List<String> uris = new ArrayList<>();
    for (int i = 0; i < hosts; i++) {
      for (int a = 0; a < articles; a++) {
        uris.add("http://" + host(i) + ":" + port() + "/news/" + a);
      }
    }
    return uris;
  }

  List<Hit> hits() {
    return List.copyOf(hits);
  }

  /** The shortest pause between the arrivals of two requests at one host. */
  Duration shortestPause() {
    Map<String, Long> last = new HashMap<>();
    long shortest = Long.MAX_VALUE;
    for (Hit hit : hits) {
      Long before = last.put(hit.host(), hit.at());
      shortest = before == null ? shortest : Math.min(shortest, hit.at() - before);
    }
    return Duration.ofNanos(shortest);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String host = exchange.getRequestHeaders().getFirst("Host").replaceFirst(":.*", "");
      String path = exchange.getRequestURI().toString();
      hits.add(new Hit(host, path, System.nanoTime()));
      String[] parts = host.split("\\.");
      int index = Integer.parseInt(parts[2]) * 200 + Integer.parseInt(parts[3]) - 1;
      answer(exchange, index, path);
    }
  }

  private void answer(HttpExchange exchange, int index, String path) throws IOException {
    int hit = polls.computeIfAbsent(index + path, k -> new AtomicInteger()).incrementAndGet();
    if (path.equals("/robots.txt")) {
      send(exchange, 200, "text/plain", "User-agent: *\nDisallow: /private/\n");
    } else if (index % 5 == 3 && new Random(index * 31L + hit).nextInt(4) == 0) {
      send(exchange, 404, "text/plain", "flap");
    } else if (path.equals("/feed")) {
      feed(exchange, index, hit);
    } else if (path.startsWith("/go/")) {
      exchange.getResponseHeaders().set("Location", "/news/" + path.substring(4));
      send(exchange, 302, "text/plain", "");
    } else if (path.startsWith("/news/")) {
      article(exchange, index, path.substring(6).replaceFirst("\\?.*", ""));
    } else {
      send(exchange, 404, "text/plain", "no");
    }
  }

  /** A third of the articles at first, two more with each poll. */
  private void feed(HttpExchange exchange, int index, int polled) throws IOException {
    int shown = Math.min(articles, articles / 3 + 2 * polled);
    StringBuilder items = new StringBuilder();
    for (int a = shown - 1; a >= 0; a--) {
      String form =
          switch ((a + index) % 4) {
            case 0 -> "/news/" + a + "?utm_source=rss";
            case 1 -> index % 5 == 3 ? "/news/" + a : "/go/" + a;
            default -> "/news/" + a;
          };
      items
          .append("<item><title>Number ")
          .append(a)
          .append("</title><link>")
          .append(form)
          .append("</link></item>");
    }
    items.append("<item><title>No</title><link>/private/x</link></item>");
    if (index % 7 == 2) {
      exchange.getResponseHeaders().set("ETag", "\"" + System.nanoTime() + "\"");
    }
    send(
        exchange,
        200,
        "application/rss+xml",
        "<rss version='2.0'><channel><title>T</title>" + items + "</channel></rss>");
  }

  private static void article(HttpExchange exchange, int index, String number) throws IOException {
    String title = "Council number " + index + " takes decision " + number;
    String body =
        "<p>The council of town "
            + index
            + " met on Tuesday evening and took decision "
            + number
            + " after a long debate that went on until midnight, officials said.</p><p>Members of both parties"
            + " spoke for the plan, which sets aside money for schools, roads and a new library.</p><p>Critics"
            + " said the figures were too hopeful, and asked for another report in spring.</p>";
    send(
        exchange,
        200,
        "text/html; charset=utf-8",
        "<!doctype html><html lang=en><head><title>"
            + title
            + "</title><meta property=og:type content=article></head><body><article><h1>"
            + title
            + "</h1>"
            + body
            + "</article></body></html>");
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
