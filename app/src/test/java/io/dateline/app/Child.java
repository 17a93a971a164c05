package io.dateline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A {@code dateline} process of its own; what it prints goes to files. */
public final class Child implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final List<String> INTERRUPTIBLE = interruptible();

  private final Process process;
  private final Path out;
  private final Path err;

  private Child(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Starts the command with arguments and additional environment. */
  public static Child start(Path folder, Map<String, String> env, List<String> arguments) {
    List<String> command = new ArrayList<>(INTERRUPTIBLE);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Dateline.class.getName()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(env);
    return start(folder, builder);
  }

  /** Starts any command with this environment and nothing else. */
  public static Child exec(Path folder, List<String> command, Map<String, String> env) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(env);
    return start(folder, builder);
  }

  private static Child start(Path folder, ProcessBuilder builder) {
    try {
      Path out = Files.createTempFile(folder, "out", ".txt");
      Path err = Files.createTempFile(folder, "err", ".txt");
      builder.redirectOutput(out.toFile()).redirectError(err.toFile());
      return new Child(builder.start(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same with input, until it ends by itself. */
  public static Child run(Path folder, String input, String... arguments) throws Exception {
    Child child = start(folder, Map.of(), List.of(arguments));
    try (var stdin = child.process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    }
    child.exit(Duration.ofSeconds(60));
    return child;
  }

  /** Waits until standard output has a line that begins so. */
  public String await(String start, Duration most) throws InterruptedException {
    long deadline = System.nanoTime() + most.toNanos();
    while (System.nanoTime() < deadline) {
      for (String line : out()) {
        if (line.startsWith(start)) {
          return line;
        }
      }
      if (!process.isAlive()) {
        throw new AssertionError("ended with " + process.exitValue() + ": " + err());
      }
      Thread.sleep(PAUSE);
    }
    throw new AssertionError("no line '" + start + "' within " + most + ": " + err());
  }

  /** What a line that is up says of one of its parts, such as "Kafka". */
  public String told(String part) {
    String start = "  " + part + " ";
    return out().stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()).strip().split(" ", 2)[0])
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing is told of " + part + ": " + out()));
  }

  /** Waits until standard error has a line with that in it. */
  public void awaitErr(String part, Duration most) throws InterruptedException {
    long deadline = System.nanoTime() + most.toNanos();
    while (err().stream().noneMatch(line -> line.contains(part))) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("'" + part + "' was not told within " + most + ": " + err());
      }
      Thread.sleep(PAUSE);
    }
  }

  /**
   * A job in the background ignores SIGINT, and its children with it: in front of their command.
   */
  private static List<String> interruptible() {
    try (var lines = Files.lines(Path.of("/proc/self/status"))) {
      boolean ignored =
          lines
              .filter(line -> line.startsWith("SigIgn:"))
              .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
      return ignored ? List.of("env", "--default-signal=INT") : List.of();
    } catch (IOException e) {
      return List.of(); // no Linux: nothing is known to be ignored
    }
  }

  /** What Ctrl-C sends. */
  public void interrupt() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
  }

  /** Processes that have a folder on their command line, this child left out. */
  public long processesOn(Path folder) {
    return ProcessHandle.allProcesses()
        .filter(other -> other.pid() != process.pid())
        .filter(other -> other.info().commandLine().orElse("").contains(folder.toString()))
        .count();
  }

  /** The same as soon as there are none, else after so long. */
  public long processesLeftOn(Path folder, Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    long left = processesOn(folder);
    while (left > 0 && System.nanoTime() < end) {
      Thread.sleep(100);
      left = processesOn(folder);
    }
    return left;
  }

  /** The exit code. */
  public int exit(Duration most) throws InterruptedException {
    if (!process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("still runs after " + most + ": " + err());
    }
    return process.exitValue();
  }

  /** Standard output so far. */
  public List<String> out() {
    return lines(out);
  }

  /** Standard error so far. */
  public List<String> err() {
    return lines(err);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readString(file).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The process. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** SIGKILL, for real. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    exit(Duration.ofSeconds(10));
  }

  /** SIGTERM, and SIGKILL when it does not listen. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(15, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
