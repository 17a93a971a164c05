package io.dateline.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that outlived a killed parent. It runs with the settings and port of its time, so
 * it is stopped, not adopted; its data are whole either way.
 */
final class Leftover {
  private static final Logger LOG = LoggerFactory.getLogger(Leftover.class);
  private static final Duration MAX_STOP = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Leftover() {}

  /**
   * Waits until no PostgreSQL runs on that data any more, asking one that does to stop (SIGINT:
   * clients are cut off, data are flushed). The caller holds the folder's lock, so no living
   * process of ours owns it.
   *
   * @throws EmbeddedException naming folder and process when it is still there after 30 s
   */
  static void stop(Path data) {
    long deadline = System.nanoTime() + MAX_STOP.toNanos();
    boolean asked = false;
    try {
      while (true) {
        Optional<Long> pid = processId(data).filter(p -> isOurs(p, data));
        if (pid.isEmpty() && !Backends.liveIn(data)) {
          removeStrangersPid(data);
          return;
        }
        if (System.nanoTime() > deadline) {
          throw new EmbeddedException("PostgreSQL of " + data + " " + pid + " does not stop");
        }
        if (pid.isPresent() && !asked && !isZombie(pid.get())) {
          LOG.info("stopping the PostgreSQL (process {}) that an earlier run left", pid.get());
          interrupt(pid.get());
          asked = true;
        }
        Thread.sleep(PAUSE);
      }
    } catch (IOException e) {
      throw new EmbeddedException("cannot look for a running PostgreSQL in " + data + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddedException("interrupted while an old PostgreSQL stopped", e);
    }
  }

  /** The process that the data folder names as its server, running or not. */
  static Optional<Long> processId(Path data) throws IOException {
    Path file = data.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    try {
      return lines.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(lines.get(0).strip()));
    } catch (NumberFormatException e) {
      LOG.warn("{} does not begin with a process id: {}", file, e.getMessage());
      return Optional.empty();
    }
  }

  /** The number may belong to somebody else by now: only a process on this very folder counts. */
  private static boolean isOurs(long pid, Path data) {
    if (isZombie(pid)) {
      return true;
    }
    Path proc = Path.of("/proc", Long.toString(pid), "cmdline");
    try {
      return Files.exists(proc)
          ? Files.readString(proc).contains(data.toString())
          : ProcessHandle.of(pid)
              .flatMap(handle -> handle.info().commandLine())
              .filter(line -> line.contains(data.toString()))
              .isPresent();
    } catch (IOException e) {
      LOG.debug("process {} went while it was looked at", pid, e);
      return false;
    }
  }

  /** A number that another program got since would keep PostgreSQL from starting. */
  private static void removeStrangersPid(Path data) throws IOException {
    Optional<Long> pid = processId(data);
    if (pid.isPresent() && ProcessHandle.of(pid.get()).isPresent()) {
      Files.delete(data.resolve("postmaster.pid"));
    }
  }

  /** A killed postmaster whose parent has not noticed; a start would take it for alive. */
  private static boolean isZombie(long pid) {
    Path stat = Path.of("/proc", Long.toString(pid), "stat");
    try {
      if (!Files.exists(stat)) {
        return false;
      }
      String line = Files.readString(stat);
      return line.startsWith(") Z", line.lastIndexOf(')')) && line.contains("(postgres)");
    } catch (IOException e) {
      LOG.debug("process {} went while it was looked at", pid, e);
      return false;
    }
  }

  private static void interrupt(long pid) throws IOException, InterruptedException {
    int exit = new ProcessBuilder("kill", "-INT", Long.toString(pid)).start().waitFor();
    if (exit != 0) {
      LOG.warn("process {} could not be told to stop (kill said {})", pid, exit);
    }
  }
}
