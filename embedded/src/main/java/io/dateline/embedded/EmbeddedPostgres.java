package io.dateline.embedded;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
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

  /** Clients at once: sink, serve, migrations, and room for people. */
  private static final int MAX_CONNECTIONS = 50;

  private static final Duration MAX_START = Duration.ofSeconds(60);
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
    return start(folder, what -> Ports.claim(what, port));
  }

  /** The same on the usual port when it is free, else on any free one. */
  public static EmbeddedPostgres startPreferring(Path folder, int usualPort) {
    return start(folder, what -> Ports.prefer(what, usualPort));
  }

  private static EmbeddedPostgres start(Path folder, ToIntFunction<String> ports) {
    long begun = System.nanoTime();
    Path home = folder.toAbsolutePath().normalize();
    FolderLock lock = FolderLock.take(home);
    try {
      Path data = home.resolve("data");
      Leftover.stop(data);
      int listen = ports.applyAsInt("PostgreSQL");
      boolean fresh = !Files.exists(home.resolve(READY_MARK));
      if (fresh) {
        removeHalfMade(data);
      }
      var database = new EmbeddedPostgres(launch(data, listen), data, lock);
      if (fresh) {
        database.prepare(home.resolve(READY_MARK));
      }
      LOG.info("PostgreSQL is up on port {} after {} ms", listen, millisSince(begun));
      return database;
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    } catch (IOException e) {
      lock.close();
      throw new EmbeddedException("PostgreSQL did not start in " + home + ": " + e.getMessage(), e);
    }
  }

  private static io.zonky.test.db.postgres.embedded.EmbeddedPostgres launch(Path data, int port)
      throws IOException {
    return io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setOverrideWorkingDirectory(programs())
        // the owner closes it, after those who use it
        .setRegisterShutdownHook(false)
        .setPGStartupWait(MAX_START)
        .setPort(port)
        .setLocaleConfig("locale", "C.UTF-8")
        .setServerConfig("listen_addresses", Ports.LOOPBACK)
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("max_connections", Integer.toString(MAX_CONNECTIONS))
        .setServerConfig("fsync", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("timezone", "UTC")
        .start();
  }

  /** Where the programs are unpacked, once a user; not the temporary folder, which gets swept. */
  private static File programs() throws IOException {
    Path cache = Path.of(System.getProperty("user.home"), ".cache", "dateline", "postgres");
    if (!Files.isWritable(Path.of(System.getProperty("user.home")))) {
      cache =
          Path.of(
              System.getProperty("java.io.tmpdir"), "dateline-" + System.getProperty("user.name"));
    }
    return Files.createDirectories(cache).toFile();
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
