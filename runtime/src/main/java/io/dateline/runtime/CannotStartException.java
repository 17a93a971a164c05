package io.dateline.runtime;

/**
 * Something outside keeps a process from starting: a port in use, a broker that does not answer, a
 * database that refuses. The message is one line for people that names it; a main prints it and
 * exits with 2.
 */
public class CannotStartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** One line that names what is in the way, and why it came. */
  public CannotStartException(String line, Throwable cause) {
    super(line, cause);
  }

  /** The innermost reason a failure gives, as one line. */
  public static String reason(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    String message = innermost.getMessage();
    return message == null || message.isBlank()
        ? innermost.getClass().getSimpleName()
        : message.lines().findFirst().orElse(message).strip();
  }
}
