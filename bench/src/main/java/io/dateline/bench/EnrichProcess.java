package io.dateline.bench;

import io.dateline.runtime.KafkaSettings;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One instance of {@code dateline run enrich}: a process of its own that can be killed. */
final class EnrichProcess implements AutoCloseable {

  private static final Pattern PROCESS_ID = Pattern.compile("\"processId\"\\s*:\\s*\"([^\"]+)\"");

  private static final List<String> SMALL = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1");

  private final Process process;
  private final Path stateDir;
  private final KafkaSettings kafka;

  private EnrichProcess(Process process, Path stateDir, KafkaSettings kafka) {
    this.process = process;
    this.stateDir = stateDir;
    this.kafka = kafka;
  }

  /** Starts a small one with its state and its log in a folder. */
  static EnrichProcess start(KafkaSettings kafka, Path folder, int standbys) throws IOException {
    return start(kafka, folder, standbys, SMALL);
  }

  /**
   * Starts one with its state in a folder, and its log, which goes on where an earlier one's ended.
   *
   * @param flags of its virtual machine
   */
  static EnrichProcess start(KafkaSettings kafka, Path folder, int standbys, List<String> flags)
      throws IOException {
    Files.createDirectories(folder);
    Path stateDir = folder.resolve("state");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>(List.of(java, "-XX:+UseSerialGC"));
    command.addAll(flags);
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", classPath()));
    command.addAll(List.of("io.dateline.app.Dateline", "run", "enrich"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("KAFKA_BOOTSTRAP", kafka.bootstrap());
    builder.environment().put("KAFKA_PARTITIONS", Integer.toString(kafka.partitions()));
    builder.environment().put("DATELINE_PREFIX", kafka.prefix());
    builder.environment().put("ENRICH_STATE_DIR", stateDir.toString());
    builder.environment().put("ENRICH_STANDBYS", Integer.toString(standbys));
    builder.environment().put("ENRICH_THREADS", "1");
    builder.environment().put("STATUS_PORT", "0");
    builder.redirectErrorStream(true);
    builder.redirectOutput(Redirect.appendTo(folder.resolve("log").toFile()));
    return new EnrichProcess(builder.start(), stateDir, kafka);
  }

  /** The jar of this build and its libraries, from the class path of this process. */
  private static String classPath() throws IOException {
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (entry.endsWith("dateline.jar")) {
        Path jar = Path.of(entry).toAbsolutePath();
        return jar + File.pathSeparator + jar.resolveSibling("lib") + File.separator + "*";
      }
    }
    throw new IOException("dateline.jar is not on the class path");
  }

  /** How Kafka calls it; empty while it has not said so. */
  String processId() throws IOException {
    Path file =
        stateDir.resolve(kafka.prefix() + "enrich").resolve("kafka-streams-process-metadata");
    Matcher matcher = PROCESS_ID.matcher(Files.exists(file) ? Files.readString(file) : "");
    return matcher.find() ? matcher.group(1) : "";
  }

  /** Kills it without a word (SIGKILL). */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Lets it end in order (SIGTERM). */
  void stop() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }

  /** Whether it runs. */
  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
