package io.dateline.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes what was started, last first, once: on {@link #close()} or when the process is told to
 * stop (SIGTERM, SIGINT).
 */
public final class Shutdown implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

  private final Deque<Part> parts = new ArrayDeque<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private boolean closing;

  private record Part(String name, AutoCloseable resource) {}

  /** A shutdown that also runs when the JVM is told to stop. */
  public static Shutdown onExit() {
    Shutdown shutdown = new Shutdown();
    Runtime.getRuntime().addShutdownHook(new Thread(shutdown::close, "shutdown"));
    return shutdown;
  }

  /**
   * Adds something to close; it is closed before everything added earlier, and at once when the
   * stop came while it was starting.
   */
  public synchronized <T extends AutoCloseable> T add(String name, T resource) {
    if (closing) {
      closePart(new Part(name, resource));
    } else {
      parts.push(new Part(name, resource));
    }
    return resource;
  }

  /** Blocks until closed. */
  public void await() throws InterruptedException {
    closed.await();
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closing) {
        return;
      }
      closing = true;
      while (!parts.isEmpty()) {
        closePart(parts.pop());
      }
    }
    closed.countDown();
  }

  private static void closePart(Part part) {
    try {
      part.resource().close();
      LOG.info("{} closed", part.name());
    } catch (Exception e) {
      LOG.error("{} did not close cleanly", part.name(), e);
    }
  }
}
