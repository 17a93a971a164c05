package io.dateline.sink;

import io.dateline.embedded.EmbeddedKafka;
import io.dateline.embedded.EmbeddedPostgres;
import io.dateline.runtime.DatabaseSettings;
import io.dateline.runtime.KafkaSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A real broker and a real database, started once for all tests of this module. */
public final class Backends {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Path folder;
  private final EmbeddedKafka kafka;
  private EmbeddedPostgres postgres;

  private Backends() {
    try {
      folder = Files.createTempDirectory("dateline-sink-test");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    postgres = EmbeddedPostgres.start(folder.resolve("postgres"), 0);
    kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  private static final class Holder {
    static final Backends BACKENDS = new Backends();
  }

  /** The backends, started at the first call. */
  public static Backends get() {
    return Holder.BACKENDS;
  }

  private void close() {
    kafka.close();
    postgres.close();
  }

  /** Channels of their own. */
  public KafkaSettings kafka() {
    return new KafkaSettings(kafka.bootstrap(), "t" + NUMBER.incrementAndGet() + ".", 2, 1);
  }

  /** A database of its own. */
  public DatabaseSettings database() throws SQLException {
    String name = "sink" + NUMBER.incrementAndGet();
    try (Connection connection = admin("postgres");
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name + " OWNER " + postgres.user());
    }
    return new DatabaseSettings(url(name), postgres.user(), "");
  }

  /** A connection of the superuser. */
  public Connection admin(String database) throws SQLException {
    return DriverManager.getConnection(url(database), "postgres", "");
  }

  /** The port of the database. */
  public int postgresPort() {
    return postgres.port();
  }

  /** The folder of the database's own files. */
  public Path postgresData() {
    return folder.resolve("postgres").resolve("data");
  }

  /** Stops the database. */
  public void stopPostgres() {
    postgres.close();
  }

  /** Starts it again where it was. */
  public void startPostgres() {
    postgres = EmbeddedPostgres.start(folder.resolve("postgres"), postgres.port());
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/" + database;
  }

  /** All rows of a query, columns joined by "|". */
  public static List<String> rows(DatabaseSettings database, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(database.url(), database.user(), database.password());
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      List<String> result = new ArrayList<>();
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          row.add(String.valueOf(rows.getString(i)));
        }
        result.add(String.join("|", row));
      }
      return result;
    }
  }
}
