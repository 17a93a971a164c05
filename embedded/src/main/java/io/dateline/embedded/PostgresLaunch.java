package io.dateline.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One try to start PostgreSQL on a port. What it prints is kept beside its data; there alone it
 * says that the port is taken, and whoever has the port may answer like a database.
 */
final class PostgresLaunch {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresLaunch.class);

  /** Clients at once: sink, serve, migrations, and room for people. */
  private static final int MAX_CONNECTIONS = 50;

  private static final Duration MAX_START = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final String TAKEN = "Address already in use";

  private final Path data;
  private final int port;
  private final Path log;

  PostgresLaunch(Path data, int port) {
    this.data = data;
    this.port = port;
    log = data.resolveSibling("postgres.log");
  }

  /**
   * Starts, and waits until it answers.
   *
   * @throws PortTakenException when another program has the port
   * @throws EmbeddedException when it does not start for another reason
   */
  EmbeddedPostgres start() {
    var launch = new FutureTask<>(this::launch);
    Thread thread = Thread.ofVirtual().name("postgres-launch").unstarted(launch);
    try {
      Files.createDirectories(log.getParent());
      Files.deleteIfExists(log);
      thread.start();
      EmbeddedPostgres server = await(launch);
      if (server != null && !isTaken()) {
        return server;
      }
      thread.interrupt();
      dispose(launch);
      throw new PortTakenException("PostgreSQL", port, new IOException("see " + log));
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw failed(cause == null ? e : cause);
    } catch (IOException e) {
      throw failed(e);
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new EmbeddedException("interrupted while PostgreSQL started", e);
    }
  }

  private EmbeddedException failed(Throwable cause) {
    return new EmbeddedException(
        "PostgreSQL did not start in " + data.getParent() + ": " + cause.getMessage(), cause);
  }

  /** The server once it answers; null as soon as it says that the port is taken. */
  private @Nullable EmbeddedPostgres await(FutureTask<EmbeddedPostgres> launch)
      throws IOException, ExecutionException, InterruptedException {
    while (!isTaken()) {
      try {
        return launch.get(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        LOG.trace("PostgreSQL is starting", e);
      }
    }
    return null;
  }

  private boolean isTaken() throws IOException {
    return Files.exists(log) && Files.readString(log).contains(TAKEN);
  }

  /** Lets go of what a launch holds that came to nothing. */
  private static void dispose(FutureTask<EmbeddedPostgres> launch) throws InterruptedException {
    try {
      launch.get().close();
    } catch (ExecutionException | IOException e) {
      LOG.debug("PostgreSQL had not started", e);
    }
  }

  private EmbeddedPostgres launch() throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setOverrideWorkingDirectory(programs())
        // the owner closes it, after those who use it
        .setRegisterShutdownHook(false)
        .setPGStartupWait(MAX_START)
        .setPort(port)
        .setOutputRedirector(Redirect.appendTo(log.toFile()))
        .setErrorRedirector(Redirect.appendTo(log.toFile()))
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
}
