package io.dateline.sink.store;

import io.dateline.runtime.DatabaseSettings;

/** The database does not let us in. The message is one line for people. */
public final class DatabaseRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DatabaseRefusedException(DatabaseSettings settings, Exception cause) {
    super(
        "database %s refuses user '%s': %s"
            .formatted(settings.url(), settings.user(), firstLine(cause)),
        cause);
  }

  private static String firstLine(Exception cause) {
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given");
  }
}
