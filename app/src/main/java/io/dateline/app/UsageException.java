package io.dateline.app;

/** Something the caller can mend; the message is one line that names it. The exit code is 2. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names what is wrong. */
  public UsageException(String message) {
    super(message);
  }

  /** The same with its cause. */
  public UsageException(String message, Throwable cause) {
    super(message, cause);
  }
}
