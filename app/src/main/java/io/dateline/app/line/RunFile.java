package io.dateline.app.line;

import io.dateline.app.UsageException;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A note of a running line, kept in the temporary folder while it runs, so that {@code backfill}
 * and {@code tail} in another terminal find its Kafka. Notes of dead processes are ignored.
 */
public final class RunFile implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunFile.class);
  private static final String ENDING = ".running";

  private final Path file;

  private RunFile(Path file) {
    this.file = file;
  }

  static RunFile write(Running running) {
    Properties properties = new Properties();
    properties.setProperty("port", Integer.toString(running.port()));
    properties.setProperty("kafka", running.kafka());
    properties.setProperty("database", running.database());
    properties.setProperty("data", running.data().toString());
    Path file = folder().resolve(ProcessHandle.current().pid() + ENDING);
    try {
      Files.createDirectories(folder());
      try (Writer writer = Files.newBufferedWriter(file)) {
        properties.store(writer, "a running dateline");
      }
      return new RunFile(file);
    } catch (IOException e) {
      throw new UsageException("cannot write " + file + ": " + e, e);
    }
  }

  private static Path folder() {
    return Path.of(
        System.getProperty("java.io.tmpdir"), "dateline-" + System.getProperty("user.name"));
  }

  /**
   * The Kafka to talk to: the one given, else that of the environment, else that of the only line
   * that runs here.
   *
   * @throws UsageException when none runs, or several do
   */
  public static String kafka(Optional<String> given) {
    Optional<String> named =
        given
            .or(() -> Optional.ofNullable(System.getenv("KAFKA_BOOTSTRAP")))
            .filter(s -> !s.isBlank());
    if (named.isPresent()) {
      return named.get();
    }
    return only("kafka", "--kafka HOST:PORT");
  }

  /**
   * The page to talk to, as "http://127.0.0.1:PORT": the one given, else that of the only line that
   * runs here.
   *
   * @throws UsageException when none runs, or several do
   */
  public static String page(Optional<String> given) {
    return given.orElseGet(() -> "http://127.0.0.1:" + only("port", "--url http://HOST:PORT"));
  }

  private static String only(String property, String option) {
    List<String> found = running(property);
    return switch (found.size()) {
      case 0 ->
          throw new UsageException(
              "no line runs here: start 'dateline up', or name one with " + option);
      case 1 -> found.getFirst();
      default ->
          throw new UsageException(
              "several lines run here: choose one with "
                  + option
                  + ", of "
                  + String.join(", ", found));
    };
  }

  private static List<String> running(String property) {
    List<String> found = new ArrayList<>();
    if (!Files.isDirectory(folder())) {
      return found;
    }
    try (Stream<Path> files = Files.list(folder())) {
      for (Path file : files.filter(f -> f.toString().endsWith(ENDING)).toList()) {
        if (isAlive(file)) {
          Properties properties = new Properties();
          try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
          }
          found.add(properties.getProperty(property, ""));
        }
      }
    } catch (IOException e) {
      throw new UsageException("cannot look for running lines in " + folder() + ": " + e, e);
    }
    return found;
  }

  private static boolean isAlive(Path file) {
    String name = file.getFileName().toString();
    try {
      long pid = Long.parseLong(name.substring(0, name.length() - ENDING.length()));
      return ProcessHandle.of(pid).isPresent();
    } catch (NumberFormatException e) {
      LOG.debug("{} is not named after a process", file, e);
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
  }
}
