package io.dateline.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loopback ports. */
public final class Ports {
  /** The only address that embedded parts listen on. */
  public static final String LOOPBACK = "127.0.0.1";

  /** Another program may take a port after it was seen free; so often it is tried again. */
  private static final int MAX_TRIES = 5;

  private static final Logger LOG = LoggerFactory.getLogger(Ports.class);

  private Ports() {}

  /**
   * A free port when 0 is asked for, else the port itself once it was seen free.
   *
   * @param what wants to listen; for the message
   * @throws EmbeddedException naming the port when it is in use
   */
  public static int claim(String what, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new EmbeddedException(
          what + " cannot listen on " + LOOPBACK + ":" + port + ": " + e.getMessage(), e);
    }
  }

  /**
   * Starts something on the first port of the choice that it really gets.
   *
   * @param start throws {@link PortTakenException} when another program was quicker
   */
  static <T> T listen(String what, PortChoice choice, IntFunction<T> start) {
    for (int attempt = 1; ; attempt++) {
      int port = choice.next(what, attempt);
      try {
        return start.apply(port);
      } catch (PortTakenException e) {
        if (attempt == MAX_TRIES) {
          throw e;
        }
        LOG.info("{}: another program took port {} first, trying again", what, port);
      }
    }
  }

  /** The usual port when it is free, else any free one. */
  static int prefer(String what, int usual) {
    try {
      return claim(what, usual);
    } catch (EmbeddedException e) {
      LOG.debug("{} does not get its usual port", what, e);
      return claim(what, 0);
    }
  }
}
