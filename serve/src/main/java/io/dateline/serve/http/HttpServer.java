package io.dateline.serve.http;

import io.dateline.runtime.CannotStartException;
import java.io.IOException;
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
   * Takes the address; who calls waits until {@link #serve}.
   *
   * @param host address to listen on
   * @param port 0 takes any free one
   * @param maxConnections connections served at once; more wait unaccepted
   * @throws CannotStartException naming the address when it cannot be bound
   */
  public static HttpServer bind(String host, int port, int maxConnections) {
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
    server.setStopTimeout(STOP_MILLIS);
    HttpServer bound = new HttpServer(server, connector);
    try {
      connector.open();
    } catch (IOException e) {
      throw bound.cannotServe(e);
    }
    return bound;
  }

  /** Answers from now on. */
  public void serve(Router router, Access access) {
    server.setHandler(new FrontDoor(router, access));
    try {
      server.start();
    } catch (Exception e) {
      throw cannotServe(e);
    }
  }

  private CannotStartException cannotServe(Exception e) {
    String address = connector.getHost() + ":" + connector.getPort();
    return new CannotStartException(
        "cannot serve on " + address + ": " + CannotStartException.reason(e), e);
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
    connector.close();
  }
}
