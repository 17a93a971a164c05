package io.dateline.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Outlets on addresses of 127/8, each with a feed that names all its articles. */
final class LoopbackOutlets implements AutoCloseable {
  private static final int PER_NET = 200;
  private static final String TAG = "\"same\"";

  private final int articles;
  private final OutletPage page = new OutletPage();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicLong requests = new AtomicLong();

  /** Starts; each outlet has so many articles. */
  LoopbackOutlets(int articles) throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true"); // else both wait for late ACKs
    this.articles = articles;
    server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 1_000);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  String url(int outlet, String path) {
    return "http://" + authority(outlet) + path;
  }

  private String authority(int outlet) {
    int net = outlet / PER_NET;
    return "127.8." + net + "." + (1 + outlet % PER_NET) + ":" + server.getAddress().getPort();
  }

  /** The sources file of the first outlets. */
  String yaml(int outlets, String poll) {
    StringBuilder yaml = new StringBuilder("sources:\n");
    for (int i = 0; i < outlets; i++) {
      yaml.append(
          "  - {id: o%d, country: GB, language: en, feeds: [\"%s\"], private: [\"%s\"], poll: %s}\n"
              .formatted(i, url(i, "/feed"), authority(i), poll));
    }
    return yaml.toString();
  }

  long requests() {
    return requests.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      requests.incrementAndGet();
      String path = exchange.getRequestURI().getPath();
      if (path.equals("/robots.txt")) {
        exchange.sendResponseHeaders(404, -1);
      } else if (TAG.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
        exchange.sendResponseHeaders(304, -1);
      } else if (path.equals("/feed")) {
        exchange.getResponseHeaders().set("ETag", TAG);
        send(exchange, "application/rss+xml", feed());
      } else {
        String host = exchange.getRequestHeaders().getFirst("Host");
        send(
            exchange,
            "text/html; charset=utf-8",
            page.of("Council of " + host + " takes decision " + path));
      }
    }
  }

  private static void send(HttpExchange exchange, String type, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private String feed() {
    StringBuilder items = new StringBuilder("<rss version='2.0'><channel><title>T</title>");
    for (int a = 0; a < articles; a++) {
      items.append("<item><title>Number %1$d</title><link>/news/%1$d</link></item>".formatted(a));
    }
    return items + "</channel></rss>";
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
