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
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A generated web: each host is an address of its own in 127/8. Feeds grow as they are polled, and
 * name each article under one of several addresses, some behind chains of redirects; every feed
 * names a disallowed page and a redirect that never ends. By the number of the host: some are slow,
 * some answer 503 now and then, some have ETags that always change or never do, some are watched as
 * section pages with an endless calendar, some by two sources at once. All keep a log.
 */
final class GeneratedWeb implements AutoCloseable {

  /** One request as the server saw it, in nanoseconds of this JVM. */
  record Hit(String host, String path, long at) {}

  /** Of every so many hosts one misbehaves in each way. */
  private static final int PERIOD = 10;

  private static final int SLOW_MILLIS = 300;

  /** A page of a host that flaps answers 503 at every so many hits. */
  private static final int FLAP_PERIOD = 6;

  private final int hosts;
  private final int articles;
  private final HttpServer server;
  private final long start = System.nanoTime();
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
      yaml.append(source("host" + i, i));
      if (isSharedBySources(i)) {
        yaml.append(source("again" + i, i));
      }
    }
    return yaml.toString();
  }

  private String source(String id, int index) {
    String at = host(index) + ":" + port();
    String section =
        hasCalendar(index) ? ", {url: \"http://" + at + "/calendar/0\", kind: section}" : "";
    return """
      - {id: %s, country: GB, language: en, feeds: ["http://%s/feed"%s], private: ["%s"], poll: {min: 1s, max: %s}}
    """
        .formatted(id, at, section, at, hasFrozenTag(index) ? "1s" : "3s");
  }

  private static boolean isFlapping(int index) {
    return index % PERIOD == 3;
  }

  private static boolean isSlow(int index) {
    return index % PERIOD == 4;
  }

  private static boolean isSharedBySources(int index) {
    return index % PERIOD == 5;
  }

  private static boolean hasCalendar(int index) {
    return index % PERIOD == 6;
  }

  private static boolean hasFrozenTag(int index) {
    return index % PERIOD == 7;
  }

  private static boolean hasRestlessTag(int index) {
    return index % PERIOD == 2;
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

  /** What of the lost was asked for and when, in ms since the start, by kind of host. */
  String missing(Set<String> lost) {
    StringBuilder told = new StringBuilder();
    Map<Integer, Integer> kinds = new TreeMap<>();
    for (int i = 0; i < hosts; i++) {
      String at = "http://" + host(i) + ":" + port() + "/news/";
      List<String> numbers =
          lost.stream().filter(u -> u.startsWith(at)).map(u -> u.substring(at.length())).toList();
      if (!numbers.isEmpty()) {
        kinds.merge(i % PERIOD, numbers.size(), Integer::sum);
        told.append("host %d lacks %s: %s%n".formatted(i, numbers, asked(host(i), numbers)));
      }
    }
    return "by number of host modulo " + PERIOD + ": " + kinds + "\n" + told;
  }

  private List<String> asked(String host, List<String> numbers) {
    String page = "/[a-z]+/(?:" + String.join("|", numbers) + ")(?:\\?.*)?";
    return hits.stream()
        .filter(h -> h.host().equals(host) && h.path().matches(page))
        .map(h -> (h.at() - start) / 1_000_000 + h.path())
        .toList();
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
      return;
    }
    if (isSlow(index)) {
      LockSupport.parkNanos(SLOW_MILLIS * 1_000_000L);
    }
    boolean flaps = isFlapping(index) && path.matches("/(?:feed|news/).*");
    if (flaps && Math.floorMod(path.hashCode() + hit, FLAP_PERIOD) == 0) {
      exchange.getResponseHeaders().set("Retry-After", "1");
      send(exchange, 503, "text/plain", "flap");
    } else {
      page(exchange, index, path, hit);
    }
  }

  private void page(HttpExchange exchange, int index, String path, int hit) throws IOException {
    String[] parts = path.split("/", 3);
    switch (parts[1]) {
      case "feed" -> feed(exchange, index, hit);
      case "go" -> redirect(exchange, 302, "/news/" + parts[2]);
      case "chain" -> redirect(exchange, 301, "/go/" + parts[2]);
      case "loop" -> redirect(exchange, 302, path);
      case "calendar" -> calendar(exchange, index, Integer.parseInt(parts[2]));
      case "news" -> article(exchange, index, parts[2].replaceFirst("\\?.*", ""));
      default -> send(exchange, 404, "text/plain", "no");
    }
  }

  private static void redirect(HttpExchange exchange, int status, String to) throws IOException {
    exchange.getResponseHeaders().set("Location", to);
    send(exchange, status, "text/plain", "");
  }

  /** A page of a day, with links to the days around it and to two articles. */
  private void calendar(HttpExchange exchange, int index, int day) throws IOException {
    StringBuilder page =
        new StringBuilder("<!doctype html><html lang=en><title>Days</title><main>");
    for (int next = day; next < day + 20; next++) {
      page.append("<h3><a href='/calendar/%1$d'>All of day %1$d of it</a></h3>".formatted(next));
    }
    for (int a = 0; a < Math.min(2, articles); a++) {
      page.append("<h2><a href='/news/%d'>%s</a></h2>".formatted(a, title(index, a + "")));
    }
    send(exchange, 200, "text/html; charset=utf-8", page + "</main></html>");
  }

  /** A third of the articles at first, two more with each poll. */
  private void feed(HttpExchange exchange, int index, int polled) throws IOException {
    String frozen = "\"frozen\"";
    if (hasFrozenTag(index)
        && frozen.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
      exchange.sendResponseHeaders(304, -1);
      return;
    }
    int shown = Math.min(articles, articles / 3 + 2 * polled);
    StringBuilder items = new StringBuilder();
    for (int a = shown - 1; a >= 0; a--) {
      String form =
          switch ((a + index) % 5) {
            case 0 -> "/news/" + a + "?utm_source=rss";
            case 1 -> "/go/" + a;
            case 2 -> "/chain/" + a;
            case 3 -> "/news/" + a + "#top";
            default -> "/news/" + a;
          };
      items.append("<item><title>Number %d</title><link>%s</link></item>".formatted(a, form));
    }
    items.append("<item><title>No</title><link>/private/x</link></item>");
    items.append("<item><title>Round</title><link>/loop/x</link></item>");
    if (hasRestlessTag(index)) {
      exchange.getResponseHeaders().set("ETag", "\"" + System.nanoTime() + "\"");
    } else if (hasFrozenTag(index)) {
      exchange.getResponseHeaders().set("ETag", frozen);
    }
    send(
        exchange,
        200,
        "application/rss+xml",
        "<rss version='2.0'><channel><title>T</title>" + items + "</channel></rss>");
  }

  private static String title(int index, String number) {
    return "Council number " + index + " takes decision " + number;
  }

  private static void article(HttpExchange exchange, int index, String number) throws IOException {
    String title = title(index, number);
    String body =
        "<p>The council of town "
            + index
            + " met on Tuesday evening and took decision "
            + number
            + " after a long debate that went on until midnight, officials said.</p><p>Members of both parties"
            + " spoke for the plan, which sets aside money for schools, roads and a new library.</p><p>Critics"
            + " said the figures were too hopeful, and asked for another report in spring.</p>";
    send(exchange, 200, "text/html; charset=utf-8", SmallWeb.articlePage(title, body));
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
