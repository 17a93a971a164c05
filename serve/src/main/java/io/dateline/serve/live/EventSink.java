package io.dateline.serve.live;

import java.io.IOException;

/** The way to one client. */
@FunctionalInterface
public interface EventSink {

  /**
   * Sends bytes and waits until they are handed to the network.
   *
   * @throws IOException when the client is gone or too slow
   */
  void write(byte[] bytes) throws IOException;
}
