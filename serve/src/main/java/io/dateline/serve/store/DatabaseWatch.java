package io.dateline.serve.store;

import io.dateline.runtime.DatabaseRefusedException;
import io.dateline.runtime.DatabaseSettings;
import io.dateline.runtime.Health;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;

/**
 * Asks the database now and then whether it is there, so that readiness tells before a reader finds
 * out.
 */
public final class DatabaseWatch implements AutoCloseable {

  /** Part of the process's health. */
  public static final String PART = "serve-database";

  /** Pause between two questions. */
  public static final Duration PAUSE = Duration.ofSeconds(5);

  /** How long an answer may take. */
  public static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(2);

  private final Health health;
  private final Thread thread;

  private DatabaseWatch(DataSource database, Health health) {
    this.health = health;
    thread = Thread.ofVirtual().name("database-watch").unstarted(() -> watch(database));
  }

  /**
   * Refuses to start with a login that will never work; a database that is away may come later.
   *
   * @throws DatabaseRefusedException when it answers and does not let us in
   */
  public static void requireLogin(DatabaseSettings settings, Health health) {
    Properties properties = new Properties();
    properties.setProperty("user", settings.user());
    properties.setProperty("password", settings.password());
    properties.setProperty("connectTimeout", Long.toString(ANSWER_TIMEOUT.toSeconds()));
    try {
      DriverManager.getConnection(settings.url(), properties).close();
    } catch (SQLException e) {
      if (isRefusal(e)) {
        throw new DatabaseRefusedException(settings, e);
      }
      health.waiting(PART, settings.url() + ": " + e.getMessage());
    }
  }

  /** Starts asking. */
  public static DatabaseWatch start(DataSource database, Health health) {
    DatabaseWatch watch = new DatabaseWatch(database, health);
    watch.thread.start();
    return watch;
  }

  /** SQLSTATE classes 28 (invalid authorization) and 3D (no such database). */
  private static boolean isRefusal(SQLException e) {
    String state = e.getSQLState();
    return state != null && (state.startsWith("28") || state.startsWith("3D"));
  }

  private void watch(DataSource database) {
    try {
      while (true) {
        ask(database);
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void ask(DataSource database) {
    try (Connection connection = database.getConnection()) {
      if (connection.isValid((int) ANSWER_TIMEOUT.toSeconds())) {
        health.up(PART);
      } else {
        health.waiting(PART, "the database does not answer");
      }
    } catch (SQLException e) {
      health.waiting(PART, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    health.remove(PART);
  }
}
