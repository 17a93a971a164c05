package io.dateline.embedded;

/** A port was seen free, and another program has it now. */
final class PortTakenException extends EmbeddedException {
  private static final long serialVersionUID = 1L;

  /** Names the port and who wanted it. */
  PortTakenException(String what, int port, Throwable cause) {
    super(what + " cannot listen on " + Ports.LOOPBACK + ":" + port + ": Address in use", cause);
  }
}
