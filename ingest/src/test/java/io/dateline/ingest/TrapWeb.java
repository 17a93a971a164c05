package io.dateline.ingest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Outlets that trap crawlers, each on an address of its own: behind a section page, or a sitemap,
 * with the same five articles and what never ends beside them.
 */
final class TrapWeb implements AutoCloseable {

  /** Articles that are there, of each outlet. */
  static final int ARTICLES = 5;

  /** In the order of their addresses. */
  static final List<String> TRAPS =
      List.of(
          "path-growth",
          "query-permutation",
          "sort-params",
          "soft-404",
          "mirror",
          "infinite-scroll",
          "redirect-new-url",
          "host-wildcard",
          "sitemap-fan-out",
          "date-future",
          "changing-title",
          "clock-skew");

  /** One request. */
  record Hit(String trap, String path) {}

  private static final int FAN = 5_000;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ConcurrentLinkedQueue<Hit> hits = new ConcurrentLinkedQueue<>();
  private final AtomicInteger fresh = new AtomicInteger();

  TrapWeb() throws IOException {
    server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  private String authority(int trap) {
    return "127.7.0." + (trap + 1) + ":" + server.getAddress().getPort();
  }

  String url(int trap, String path) {
    return "http://" + authority(trap) + path;
  }

  /** A source for each outlet. */
  String yaml() {
    StringBuilder yaml = new StringBuilder("sources:\n");
    for (int i = 0; i < TRAPS.size(); i++) {
      boolean map = TRAPS.get(i).equals("sitemap-fan-out") || TRAPS.get(i).equals("date-future");
      yaml.append(
          "  - {id: %s, country: GB, language: en, feeds: [{url: \"%s\", kind: %s}], private: [\"%s\"], poll: {min: 1s, max: 2s}}\n"
              .formatted(
                  TRAPS.get(i),
                  url(i, map ? "/sitemap.xml" : "/"),
                  map ? "sitemap" : "section",
                  authority(i)));
    }
    return yaml.toString();
  }

  List<Hit> hits() {
    return List.copyOf(hits);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String host = exchange.getRequestHeaders().getFirst("Host").replaceFirst(":.*", "");
      int index = Integer.parseInt(host.substring(host.lastIndexOf('.') + 1)) - 1;
      String trap = TRAPS.get(index);
      String path = exchange.getRequestURI().toString();
      hits.add(new Hit(trap, path));
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      if (trap.equals("clock-skew")) {
        exchange.getResponseHeaders().set("Last-Modified", "Fri, 23 Nov 2029 10:00:00 GMT");
      }
      if (path.startsWith("/r/")) {
        exchange.getResponseHeaders().set("Location", "/r/" + fresh.incrementAndGet());
        exchange.sendResponseHeaders(302, -1);
        return;
      }
      byte[] body = body(trap, index, path).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private String body(String trap, int index, String path) {
    if (path.equals("/robots.txt")) {
      return "User-agent: *\nDisallow: /honey/\n";
    }
    if (path.endsWith(".xml")) {
      return sitemap(trap, index, path);
    }
    if (path.matches("(?:/m|/amp|/print)?/news/\\d+-.*")) {
      return article(trap, index, path.replaceFirst(".*/news/(\\d+)-.*", "$1"));
    }
    return trap.equals("soft-404") && !path.equals("/")
        ? "<!doctype html><html lang=en><title>Not found</title><body><h1>Page not found</h1><p>We"
            + " are sorry, but the page that you are looking for is not here any more.</p>"
        : listing(trap, index);
  }

  private static String path(String number) {
    return "/news/" + number + "-council-takes-a-long-decision";
  }

  private String title(String trap, String number) {
    String change = trap.equals("changing-title") ? " at minute " + fresh.incrementAndGet() : "";
    return "Council of the town takes decision number " + number + change;
  }

  private String listing(String trap, int index) {
    StringBuilder page =
        new StringBuilder("<!doctype html><html lang=en><title>News</title><main>");
    for (int a = 0; a < ARTICLES; a++) {
      for (String form : forms(trap, path(a + ""))) {
        link(page, form, title(trap, a + ""));
      }
    }
    traps(trap, index).forEach((to, text) -> link(page, to, text));
    link(page, "/honey/1-not-for-those-who-read-robots", "A secret that nobody may read at all");
    return page + "</main></html>";
  }

  private static void link(StringBuilder page, String to, String text) {
    page.append("<h2><a href=\"").append(to).append("\">").append(text).append("</a></h2>");
  }

  private static List<String> forms(String trap, String path) {
    return trap.equals("mirror")
        ? List.of(path, "/m" + path, "/amp" + path, "/print" + path, path + "?share=mail")
        : List.of(path);
  }

  private Map<String, String> traps(String trap, int index) {
    int n = fresh.incrementAndGet();
    return switch (trap) {
      case "path-growth" -> Map.of("a/", "All the news of this day in one place");
      case "query-permutation" ->
          Map.of("/list?b=" + n + "&a=1&d=2&c=3", "Everything by place and by time of the day");
      case "sort-params" ->
          Map.of(
              "/list?sort=new&order=" + n + "&view=wide", "The newest first and in wide columns");
      case "soft-404" -> Map.of("/lost/page-of-a-day-long-gone", "A page that was lost long ago");
      case "infinite-scroll" -> Map.of("/page/" + n, "Further on to the next page of the news");
      case "redirect-new-url" ->
          Map.of("/r/0-where-does-this-lead-to", "A long way to the end of the story");
      case "host-wildcard" ->
          Map.of(
              url(index, path("1")).replace("127.7.0.", "127.7." + (1 + n % 200) + "."),
              "The same council under another name");
      default -> Map.of();
    };
  }

  private String sitemap(String trap, int index, String path) {
    boolean fan = trap.equals("sitemap-fan-out") && path.equals("/sitemap.xml");
    List<String> entries = new ArrayList<>();
    for (int i = 0; fan && i < FAN; i++) {
      entries.add("<sitemap><loc>%s</loc></sitemap>".formatted(url(index, "/map-" + i + ".xml")));
    }
    for (int i = 0; !fan && i < ARTICLES; i++) {
      entries.add(
          "<url><loc>%s</loc><lastmod>2099-01-01</lastmod></url>"
              .formatted(url(index, path(i + ""))));
    }
    String root = fan ? "sitemapindex" : "urlset";
    return "<%1$s xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>%2$s</%1$s>"
        .formatted(root, String.join("", entries));
  }

  private String article(String trap, int index, String number) {
    String title = title(trap, number);
    return """
    <!doctype html><html lang=en><head><title>%1$s</title><meta property=og:type content=article>
    <link rel=canonical href="%2$s"></head><body><article><h1>%1$s</h1><p>%3$s</p><p>%4$s</p>
    <a href="a/">More</a></article></body></html>
    """
        .formatted(title, url(index, path(number)), LineRig.BODY[0], LineRig.BODY[1]);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
