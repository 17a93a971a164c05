package io.dateline.embedded;

/** The embedded broker or database could not start or stop; the message is one line for people. */
public class EmbeddedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names what failed, and where. */
  public EmbeddedException(String message) {
    super(message);
  }

  /** The same with its cause. */
  public EmbeddedException(String message, Throwable cause) {
    super(message, cause);
  }
}
