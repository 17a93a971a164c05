package io.dateline.serve.http;

import io.dateline.runtime.CannotStartException;
import java.util.concurrent.Executors;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty with our limits. docs/decisions tells why it is Jetty. */
public final class HttpServer implements AutoCloseable {

  /** A connection on which nothing moves is closed, in milliseconds. */
  static final long IDLE_MILLIS = 30_000;

  /** Longest request line and headers, in bytes: a Last-Event-ID of 1,000 partitions fits. */
  static final int MAX_HEADER_BYTES = 16 * 1024;

  /** Bytes the kernel may hold for one client; more waits in the client's own bounded queue. */
  static final int SEND_BUFFER_BYTES = 128 * 1024;

  /** Connections beyond those waiting to be accepted. */
  static final int ACCEPT_QUEUE = 512;

  private static final long STOP_MILLIS = 2_000;

  private final Server server;
  private final ServerConnector connector;

  private HttpServer(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /**
   * Starts.
   *
   * @param host address to listen on
   * @param port 0 takes any free one
   * @param maxConnections connections served at once; more wait unaccepted
   * @throws CannotStartException naming the address when it cannot be bound
   */
  public static HttpServer start(
      String host, int port, int maxConnections, Router router, Access access) {
    QueuedThreadPool threads = new QueuedThreadPool(16, 4);
    threads.setName("http");
    threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
    Server server = new Server(threads);
    ServerConnector connector =
        new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(IDLE_MILLIS);
    connector.setAcceptQueueSize(ACCEPT_QUEUE);
    connector.setAcceptedSendBufferSize(SEND_BUFFER_BYTES);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(maxConnections, connector));
    server.setHandler(new FrontDoor(router, access));
    server.setStopTimeout(STOP_MILLIS);
    try {
      server.start();
    } catch (Exception e) {
      throw new CannotStartException(
          "cannot serve on %s:%d: %s".formatted(host, port, CannotStartException.reason(e)), e);
    }
    return new HttpServer(server, connector);
  }

  private static HttpConfiguration configuration() {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setRequestHeaderSize(MAX_HEADER_BYTES);
    configuration.setUriCompliance(UriCompliance.DEFAULT);
    return configuration;
  }

  /** The port listened on. */
  public int port() {
    return connector.getLocalPort();
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }
}
