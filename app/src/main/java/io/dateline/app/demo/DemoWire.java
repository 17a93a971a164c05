package io.dateline.app.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dateline.embedded.EmbeddedException;
import io.dateline.ingest.schedule.PollBounds;
import io.dateline.ingest.source.Feed;
import io.dateline.ingest.source.Source;
import io.dateline.model.LanguageTag;
import io.dateline.model.SourceId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Serves the invented outlets on loopback; their feeds grow with the clock. */
public final class DemoWire implements AutoCloseable {

  /** The feeds are asked this often, so that one sees them grow. */
  private static final PollBounds POLL =
      new PollBounds(Duration.ofSeconds(1), Duration.ofSeconds(2));

  private final List<Outlet> outlets = Samples.outlets();
  private final List<Sample> samples = Samples.all();
  private final WireState state;
  private final InstantSource clock;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private DemoWire(WireState state, InstantSource clock, HttpServer server) {
    this.state = state;
    this.clock = clock;
    this.server = server;
  }

  /**
   * Starts, or goes on where an earlier run of the folder was.
   *
   * @throws EmbeddedException naming the port when another program took it since
   */
  public static DemoWire start(Path folder, InstantSource clock) {
    WireState state = WireState.of(folder, clock.instant());
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), state.port());
    try {
      DemoWire wire = new DemoWire(state, clock, HttpServer.create(address, 0));
      wire.server.setExecutor(wire.threads);
      wire.server.createContext("/", wire::answer);
      wire.server.start();
      return wire;
    } catch (IOException e) {
      throw new EmbeddedException(
          "the demo's wire cannot listen on 127.0.0.1:" + state.port() + ": " + e.getMessage(), e);
    }
  }

  /** The outlets as sources to watch. */
  public List<Source> sources() {
    return outlets.stream().map(this::source).toList();
  }

  /** How many articles, versions and defective pages there are in all. */
  public int size() {
    return samples.size();
  }

  /** Names to addresses: all outlets live on loopback. */
  public static InetAddress[] resolve(String host) throws UnknownHostException {
    if (host.endsWith(".localhost")) {
      return new InetAddress[] {InetAddress.getLoopbackAddress()};
    }
    throw new UnknownHostException(host + " (the demo has no network)");
  }

  private Source source(Outlet outlet) {
    return new Source(
        new SourceId(outlet.id()),
        outlet.name(),
        outlet.country(),
        new LanguageTag(outlet.language()),
        List.of(new Feed(base(outlet) + "/feed.xml", Feed.Kind.AUTO)),
        Set.of(outlet.host()),
        Set.of(outlet.host() + ":" + state.port()),
        POLL,
        "written for this demo");
  }

  private String base(Outlet outlet) {
    return "http://" + outlet.host() + ":" + state.port();
  }

  private List<Sample> visible(Outlet outlet) {
    Duration elapsed = Duration.between(state.started(), clock.instant());
    return samples.stream()
        .filter(s -> s.outlet().equals(outlet.id()) && s.at().compareTo(elapsed) <= 0)
        .toList()
        .reversed();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Outlet outlet = outlet(exchange.getRequestHeaders().getFirst("Host"));
      String path = exchange.getRequestURI().getPath();
      if (outlet == null) {
        send(exchange, 404, "text/plain", "no such outlet");
      } else if (path.equals("/feed.xml")) {
        send(exchange, 200, "application/xml", Feeds.write(outlet, base(outlet), newest(outlet)));
      } else if (path.equals("/robots.txt")) {
        send(exchange, 200, "text/plain", "User-agent: *\nAllow: /\n");
      } else {
        sendPage(exchange, outlet, path);
      }
    }
  }

  /** One entry for each page: of several versions the newest. */
  private List<Sample> newest(Outlet outlet) {
    Map<String, Sample> bySlug = new LinkedHashMap<>();
    visible(outlet).forEach(sample -> bySlug.putIfAbsent(sample.slug(), sample));
    return List.copyOf(bySlug.values());
  }

  private void sendPage(HttpExchange exchange, Outlet outlet, String path) throws IOException {
    for (Sample sample : newest(outlet)) {
      if (sample.path().equals(path)) {
        String page = new Pages(outlet, base(outlet)).write(sample);
        send(exchange, 200, "text/html; charset=utf-8", page);
        return;
      }
    }
    send(exchange, 404, "text/plain", "no such page");
  }

  private @Nullable Outlet outlet(@Nullable String hostHeader) {
    String host = hostHeader == null ? "" : hostHeader.split(":", 2)[0];
    return outlets.stream().filter(o -> o.host().equals(host)).findFirst().orElse(null);
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    String tag = "\"" + Integer.toHexString(text.hashCode()) + "\"";
    exchange.getResponseHeaders().set("ETag", tag);
    if (Objects.equals(exchange.getRequestHeaders().getFirst("If-None-Match"), tag)) {
      exchange.sendResponseHeaders(304, -1);
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
