package io.dateline.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL as a child process, on loopback, with its data kept in a folder over restarts and over
 * kill -9 of either. Durable: fsync and synchronous commit are on. Works as root too.
 *
 * <p>Anyone on this machine may log in (auth is trust): it is for one person's machine and tests.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

  /** The role and the database that are made for the line. */
  public static final String USER = "dateline";

  private static final String READY_MARK = "initialised";

  private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres postgres;
  private final Path data;
  private final FolderLock lock;

  private EmbeddedPostgres(
      io.zonky.test.db.postgres.embedded.EmbeddedPostgres postgres, Path data, FolderLock lock) {
    this.postgres = postgres;
    this.data = data;
    this.lock = lock;
  }

  /**
   * Starts on the data of a folder, which is made when it is new, and waits until it answers. A
   * PostgreSQL left there by a killed process is stopped first.
   *
   * @param folder of this database alone
   * @param port to listen on; 0 takes any free one
   * @throws EmbeddedException in one line: port or folder in use, data that cannot be opened
   */
  public static EmbeddedPostgres start(Path folder, int port) {
    return start(folder, PortChoice.of(port));
  }

  /** The same on the usual port when it is free, else on any free one. */
  public static EmbeddedPostgres startPreferring(Path folder, int usualPort) {
    return start(folder, PortChoice.preferring(usualPort));
  }

  static EmbeddedPostgres start(Path folder, PortChoice ports) {
    long begun = System.nanoTime();
    Path home = folder.toAbsolutePath().normalize();
    FolderLock lock = FolderLock.take(home);
    try {
      Path data = home.resolve("data");
      Leftover.stop(data);
      boolean fresh = !Files.exists(home.resolve(READY_MARK));
      if (fresh) {
        removeHalfMade(data);
      }
      var server =
          Ports.listen("PostgreSQL", ports, port -> new PostgresLaunch(data, port).start());
      var database = new EmbeddedPostgres(server, data, lock);
      if (fresh) {
        database.prepare(home.resolve(READY_MARK));
      }
      LOG.info("PostgreSQL is up on port {} after {} ms", database.port(), millisSince(begun));
      return database;
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    } catch (IOException e) {
      lock.close();
      throw new EmbeddedException("PostgreSQL did not start in " + home + ": " + e.getMessage(), e);
    }
  }

  /** Without the mark an earlier start was killed before anyone could store anything here. */
  private static void removeHalfMade(Path data) throws IOException {
    if (!Files.exists(data)) {
      return;
    }
    LOG.info("removing a half-made database in {}", data);
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private void prepare(Path mark) throws IOException {
    List<String> statements =
        List.of(
            "CREATE ROLE " + USER + " LOGIN",
            "CREATE DATABASE " + USER + " OWNER " + USER + " ENCODING 'UTF8' TEMPLATE template0");
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
      Files.createFile(mark);
    } catch (SQLException e) {
      postgres.close();
      throw new EmbeddedException("cannot make the database " + USER + ": " + e.getMessage(), e);
    }
  }

  /** Where clients connect: {@code jdbc:postgresql://127.0.0.1:port/dateline}. */
  public String jdbcUrl() {
    return "jdbc:postgresql://" + Ports.LOOPBACK + ":" + port() + "/" + USER;
  }

  /** The role to log in as; it owns the database and needs no password. */
  public String user() {
    return USER;
  }

  /** The port listened on. */
  public int port() {
    return postgres.getPort();
  }

  /** The server's process id, for tests that kill it. As root its parent is an unshare. */
  public long processId() {
    try {
      return Leftover.processId(data).orElseThrow();
    } catch (IOException e) {
      throw new EmbeddedException("cannot read the process id in " + data + ": " + e, e);
    }
  }

  @Override
  public void close() {
    try {
      postgres.close();
      LOG.info("PostgreSQL is down");
    } catch (IOException e) {
      throw new EmbeddedException("PostgreSQL did not stop: " + e.getMessage(), e);
    } finally {
      lock.close();
    }
  }

  private static long millisSince(long begun) {
    return (System.nanoTime() - begun) / 1_000_000;
  }
}
