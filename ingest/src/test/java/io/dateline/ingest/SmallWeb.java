package io.dateline.ingest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A web of one host on loopback whose pages can be set and changed. */
public final class SmallWeb implements AutoCloseable {

  /** One page. */
  public record Page(int status, Map<String, String> headers, byte[] body) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Page> pages = new ConcurrentHashMap<>();
  private final Map<String, Duration> delays = new ConcurrentHashMap<>();
  private final AtomicInteger notModified = new AtomicInteger();
  private final List<String> log = new CopyOnWriteArrayList<>();

  /** Starts on a free port. */
  public SmallWeb() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("no loopback port", e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** "127.0.0.1:port". */
  public String authority() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Absolute address of a path. */
  public String url(String path) {
    return "http://" + authority() + path;
  }

  /** Sets a page. */
  public void set(String path, int status, String type, String body) {
    set(
        path,
        new Page(status, Map.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8)));
  }

  /** Sets a page with headers. */
  public void set(String path, Page page) {
    pages.put(path, page);
  }

  /** Sets an article page. */
  public void article(String path, String title, String... paragraphs) {
    StringBuilder body = new StringBuilder();
    for (String paragraph : paragraphs) {
      body.append("<p>").append(paragraph).append("</p>\n");
    }
    set(path, 200, "text/html; charset=utf-8", articlePage(title, body.toString()));
  }

  /** A page that is an article. */
  static String articlePage(String title, String body) {
    return "<!doctype html><html lang=en><head><title>"
        + title
        + "</title><meta property=og:type content=article></head><body><article><h1>"
        + title
        + "</h1>"
        + body
        + "</article></body></html>";
  }

  /** Gives a page that is set already an ETag. */
  public void tag(String path, String etag) {
    pages.computeIfPresent(
        path,
        (_, page) -> {
          Map<String, String> headers = new HashMap<>(page.headers());
          headers.put("ETag", etag);
          return new Page(page.status(), headers, page.body());
        });
  }

  /** Lets answers to a path wait from now on. */
  public void delay(String path, Duration time) {
    delays.put(path, time);
  }

  /** Answers without a body, since the asker had it. */
  public int notModified() {
    return notModified.get();
  }

  /** Sets an RSS feed of paths. */
  public void feed(String path, List<String> articlePaths) {
    StringBuilder items = new StringBuilder();
    for (String article : articlePaths) {
      items
          .append("<item><title>")
          .append(article)
          .append("</title><link>")
          .append(url(article))
          .append("</link></item>");
    }
    set(
        path,
        200,
        "application/rss+xml",
        "<rss version=\"2.0\"><channel><title>T</title><link>"
            + url("/")
            + "</link><description>d</description>"
            + items
            + "</channel></rss>");
  }

  /** Sets an RSS feed of paths and their titles. */
  public void feedOf(String path, Map<String, String> titles) {
    StringBuilder items = new StringBuilder();
    titles.forEach((article, title) ->
        items.append(
            "<item><title>%s</title><link>%s</link></item>".formatted(title, url(article))));
    set(
        path,
        200,
        "application/rss+xml",
        "<rss version=\"2.0\"><channel><title>T</title>" + items + "</channel></rss>");
  }

  /** Paths asked for, in order. */
  public List<String> log() {
    return List.copyOf(log);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().toString();
      log.add(path);
      LockSupport.parkNanos(delays.getOrDefault(path, Duration.ZERO).toNanos());
      Page page = pages.get(path);
      if (page == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      String etag = page.headers().get("ETag");
      if (etag != null && etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
        notModified.incrementAndGet();
        exchange.sendResponseHeaders(304, -1);
        return;
      }
      page.headers().forEach((k, v) -> exchange.getResponseHeaders().set(k, v));
      exchange.sendResponseHeaders(
          page.status(), page.body().length == 0 ? -1 : page.body().length);
      exchange.getResponseBody().write(page.body());
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
