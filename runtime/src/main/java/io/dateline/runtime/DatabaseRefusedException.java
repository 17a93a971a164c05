package io.dateline.runtime;

/** The database answers and does not let us in: wrong password, no such role or database. */
public final class DatabaseRefusedException extends CannotStartException {
  private static final long serialVersionUID = 1L;

  /** Names the address and the user, never the password. */
  public DatabaseRefusedException(DatabaseSettings settings, Exception cause) {
    super(
        "database %s refuses user '%s': %s"
            .formatted(settings.url(), settings.user(), firstLine(cause)),
        cause);
  }

  private static String firstLine(Exception cause) {
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given");
  }
}
