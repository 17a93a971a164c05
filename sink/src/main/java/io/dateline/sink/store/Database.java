package io.dateline.sink.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.dateline.runtime.DatabaseRefusedException;
import io.dateline.runtime.DatabaseSettings;
import io.dateline.runtime.Health;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The pool of connections to PostgreSQL, with the tables brought up to date. */
public final class Database implements AutoCloseable {

  /** Part of the process's health. */
  public static final String PART = "database";

  /** How long one connection attempt may take. */
  public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

  /** How long one statement may take before its connection is given up. */
  public static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(30);

  private static final String MIGRATIONS = "classpath:io/dateline/sink/migrations";

  private final HikariDataSource pool;

  private Database(HikariDataSource pool) {
    this.pool = pool;
  }

  /**
   * Waits for the database, brings its tables up to date and opens the pool.
   *
   * @param connections most connections open at once
   * @throws DatabaseRefusedException when it does not let us in
   */
  public static Database open(DatabaseSettings settings, int connections, Health health)
      throws InterruptedException {
    Backoff backoff = new Backoff();
    while (true) {
      try {
        migrate(settings);
        health.up(PART);
        return new Database(pool(settings, connections));
      } catch (SQLException e) {
        if (Trouble.of(e) == Trouble.REFUSED) {
          throw new DatabaseRefusedException(settings, e);
        }
        health.waiting(PART, settings.url() + ": " + e.getMessage());
        backoff.sleep();
      }
    }
  }

  private static void migrate(DatabaseSettings settings) throws SQLException {
    DriverManager.getConnection(settings.url(), properties(settings)).close();
    try (HikariDataSource source = pool(settings, 2)) {
      Flyway.configure(Database.class.getClassLoader())
          .dataSource(source)
          .locations(MIGRATIONS)
          // a database that others use too: ours begin behind version 0
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw lostConnection(settings, e);
    }
  }

  /** A migration that broke off can be run again; one that is wrong stays wrong. */
  private static SQLException lostConnection(DatabaseSettings settings, FlywayException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException lost && Trouble.isConnection(lost)) {
        return lost;
      }
    }
    throw new DatabaseRefusedException(settings, e);
  }

  private static HikariDataSource pool(DatabaseSettings settings, int connections) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(settings.url());
    config.setDataSourceProperties(properties(settings));
    config.setPoolName("sink");
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(CONNECT_TIMEOUT.toMillis());
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }

  private static Properties properties(DatabaseSettings settings) {
    Properties properties = new Properties();
    properties.setProperty("user", settings.user());
    properties.setProperty("password", settings.password());
    properties.setProperty("ApplicationName", "dateline-sink");
    properties.setProperty("connectTimeout", Long.toString(CONNECT_TIMEOUT.toSeconds()));
    properties.setProperty("socketTimeout", Long.toString(SOCKET_TIMEOUT.toSeconds()));
    properties.setProperty("tcpKeepAlive", "true");
    return properties;
  }

  /** The pool. */
  public DataSource source() {
    return pool;
  }

  @Override
  public void close() {
    pool.close();
  }
}
