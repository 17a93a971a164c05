package io.dateline.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** {@code /livez}, {@code /readyz} and {@code /metrics} of a process that serves nothing else. */
public final class StatusServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private StatusServer(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
  }

  /**
   * Starts on an address and port; port 0 takes any free one.
   *
   * @throws CannotStartException naming the address when it cannot be bound
   */
  public static StatusServer start(String host, int port, Platform platform) {
    try {
      var address = new InetSocketAddress(InetAddress.getByName(host), port);
      var status = new StatusServer(HttpServer.create(address, 0));
      status.serve(platform);
      return status;
    } catch (IOException e) {
      throw new CannotStartException(
          "status server cannot listen on %s:%d: %s"
              .formatted(host, port, CannotStartException.reason(e)),
          e);
    }
  }

  /** The port listened on. */
  public int port() {
    return server.getAddress().getPort();
  }

  private void serve(Platform platform) {
    Health health = platform.health();
    server.createContext(
        "/livez", exchange -> answerHealth(exchange, health.isLive(), HealthReport.of(health)));
    server.createContext(
        "/readyz", exchange -> answerHealth(exchange, health.isReady(), HealthReport.of(health)));
    if (platform.meters() instanceof PrometheusMeterRegistry registry) {
      server.createContext(
          "/metrics",
          exchange ->
              answer(
                  exchange,
                  200,
                  "text/plain; version=0.0.4; charset=utf-8",
                  registry.scrape().getBytes(StandardCharsets.UTF_8)));
    }
    server.start();
  }

  private static void answerHealth(HttpExchange exchange, boolean well, byte[] report)
      throws IOException {
    answer(exchange, well ? 200 : 503, "application/json", report);
  }

  private static void answer(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
