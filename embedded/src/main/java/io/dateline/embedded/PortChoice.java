package io.dateline.embedded;

/** The ports that something tries to listen on, one after the other. */
@FunctionalInterface
interface PortChoice {

  /**
   * The next port, just seen free.
   *
   * @param what wants to listen; for messages
   * @param attempt 1 is the first
   * @throws EmbeddedException naming the port when there is no other choice and it is in use
   */
  int next(String what, int attempt);

  /** This port and no other; 0 is any free one. */
  static PortChoice of(int port) {
    return (what, _) -> Ports.claim(what, port);
  }

  /** The usual port when it is free, else any free one. */
  static PortChoice preferring(int usual) {
    return (what, attempt) -> attempt == 1 ? Ports.prefer(what, usual) : Ports.claim(what, 0);
  }
}
