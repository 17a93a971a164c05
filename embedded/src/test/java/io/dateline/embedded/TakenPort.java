package io.dateline.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A port of loopback on which a program listens that was quicker than ours. */
final class TakenPort implements AutoCloseable {
  private final ServerSocket listener;

  TakenPort() throws IOException {
    listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  int port() {
    return listener.getLocalPort();
  }

  /** This port is tried first, then any free one. */
  PortChoice thenAnother() {
    return (what, attempt) -> attempt == 1 ? port() : Ports.claim(what, 0);
  }

  /** This port is found free first; no other may be taken. */
  PortChoice andNoOther() {
    return (what, attempt) -> attempt == 1 ? port() : PortChoice.of(port()).next(what, attempt);
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
