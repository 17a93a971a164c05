package io.dateline.sink.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;

/** What a failure of the database means for what is to be done. */
public enum Trouble {
  /** The row is at fault: it would fail for ever. */
  DATA,
  /** The database does not let us in: settings are wrong. */
  REFUSED,
  /** Another transaction was in the way, or stored the same first: once more. */
  CONFLICT,
  /** It is away, full, starting or stopping: wait and try again. */
  AWAY;

  private static final String UNIQUE_VIOLATION = "23505";

  /** Sorts an exception by its SQLSTATE (or that of its causes). */
  public static Trouble of(SQLException exception) {
    String state = state(exception);
    if (state == null || state.length() != 5) {
      return AWAY;
    }
    if (state.equals(UNIQUE_VIOLATION)) {
      return CONFLICT;
    }
    return switch (state.substring(0, 2)) {
      case "21", "22", "23", "54" -> DATA;
      case "28", "3D" -> REFUSED;
      case "40" -> CONFLICT;
      default -> AWAY;
    };
  }

  /** Whether the connection was lost or never made. */
  static boolean isConnection(SQLException exception) {
    String state = state(exception);
    return state != null && (state.startsWith("08") || state.startsWith("57P"));
  }

  private static @Nullable String state(SQLException exception) {
    Throwable cause = exception.getCause();
    if (exception instanceof SQLTransientConnectionException
        && cause instanceof SQLException inner) {
      return inner.getSQLState();
    }
    return exception.getSQLState();
  }
}
