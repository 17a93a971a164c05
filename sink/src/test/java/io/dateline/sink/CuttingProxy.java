package io.dateline.sink;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A TCP proxy before the database that lets every n-th COMMIT through and cuts the connection
 * before its answer comes back: the client cannot know whether it was committed.
 */
final class CuttingProxy implements AutoCloseable {
  private final ServerSocket server;
  private final int target;
  private volatile int every = Integer.MAX_VALUE;
  private final AtomicInteger commits = new AtomicInteger();
  private final AtomicInteger cuts = new AtomicInteger();

  CuttingProxy(int target) throws IOException {
    this.target = target;
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** Cuts at every n-th COMMIT from now on. */
  void cutEvery(int n) {
    every = n;
  }

  int cuts() {
    return cuts.get();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Socket database = new Socket(InetAddress.getLoopbackAddress(), target);
        Thread.ofVirtual().start(() -> pump(client, database, true));
        Thread.ofVirtual().start(() -> pump(database, client, false));
      } catch (IOException e) {
        if (!server.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void pump(Socket from, Socket to, boolean fromClient) {
    byte[] buffer = new byte[64 * 1024];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (!fromClient && isCommitted(buffer, n) && commits.incrementAndGet() % every == 0) {
          cuts.incrementAndGet();
          return;
        }
        out.write(buffer, 0, n);
        out.flush();
      }
    } catch (IOException e) {
      // the other direction was cut: that is what this is for
      return;
    }
  }

  /** Whether the database tells that a COMMIT is complete. */
  private static boolean isCommitted(byte[] buffer, int length) {
    return length < 200
        && new String(buffer, 0, length, StandardCharsets.ISO_8859_1).contains("COMMIT\0");
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
