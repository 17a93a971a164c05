package io.dateline.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** An outlet on loopback: pages by path, and an RSS feed of those that are listed. */
public final class TestOutlet implements AutoCloseable {
  /** Two sentences from Kenya, for pages and archives. */
  public static final String TALKS =
      "The government in Nairobi said on Friday that talks with the striking doctors had"
          + " resumed. Kenya's health minister promised an offer within days.";

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final AtomicInteger polls = new AtomicInteger();
  private final LinkedHashMap<String, String> listed = new LinkedHashMap<>();

  /** Writes one answer. */
  @FunctionalInterface
  public interface Answer {

    /** Sends status, headers and body. */
    void send(HttpExchange exchange) throws IOException;
  }

  private TestOutlet(HttpServer server) {
    this.server = server;
  }

  /** Starts with an empty feed at /feed.xml. */
  public static TestOutlet start() throws IOException {
    TestOutlet outlet =
        new TestOutlet(
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    outlet.server.setExecutor(outlet.threads);
    outlet.server.createContext("/", outlet::answer);
    outlet.server.start();
    return outlet;
  }

  /** "127.0.0.1:port". */
  public String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** The address of a path. */
  public String url(String path) {
    return "http://" + host() + path;
  }

  /** An entry of a sources file whose feed is asked every second. */
  public String source(String id) {
    return source(id, "/feed.xml");
  }

  /** The same with a feed at another path. */
  public String source(String id, String feed) {
    return "  - {id: %s, name: %s, feeds: [\"%s\"], hosts: [127.0.0.1], private: [\"%s\"],"
            .formatted(id, id, url(feed), host())
        + " poll: {min: 1s, max: 2s}}\n";
  }

  /** How often the feed was asked for. */
  public int polls() {
    return polls.get();
  }

  /** Answers a path with a page and lists it in the feed, newest first. */
  public void publish(String path, String title, Answer answer) {
    answer(path, answer);
    synchronized (listed) {
      listed.putFirst(path, title);
    }
  }

  /** Answers a path. */
  public void answer(String path, Answer answer) {
    answers.put(path, answer);
  }

  /** A body with its type, as it is. */
  public static Answer body(String type, byte[] body) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    };
  }

  /** An HTML page in UTF-8. */
  public static Answer html(String page) {
    return body("text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
  }

  /** A page of so many bytes without a stated length, written in pieces. */
  public static Answer endless(String head, String piece, long bytes) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      exchange.sendResponseHeaders(200, 0);
      OutputStream out = exchange.getResponseBody();
      out.write(head.getBytes(StandardCharsets.UTF_8));
      byte[] more = piece.getBytes(StandardCharsets.UTF_8);
      for (long sent = 0; sent < bytes; sent += more.length) {
        out.write(more);
      }
    };
  }

  /** A plain news page: the text twice, so that it is long enough for an article. */
  public static String page(String language, String title, String text) {
    return "<!doctype html><html lang=%s><head><title>%s</title></head><body><article><h1>%s</h1>"
            .formatted(language, title, title)
        + "<p>%s</p><p>%s</p></article></body></html>".formatted(text, text);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      Answer answer = answers.get(path);
      if (answer != null) {
        answer.send(exchange);
      } else if (path.equals("/feed.xml")) {
        polls.incrementAndGet();
        body("application/rss+xml", feed().getBytes(StandardCharsets.UTF_8)).send(exchange);
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  private String feed() {
    StringBuilder out = new StringBuilder("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel>");
    out.append("<title>Test outlet</title><link>").append(url("/")).append("</link>");
    synchronized (listed) {
      listed.forEach((path, title) ->
          out.append("<item><title>%s</title><link>%s</link></item>".formatted(title, url(path))));
    }
    return out.append("</channel></rss>").toString();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
