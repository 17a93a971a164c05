package io.dateline.app.line;

import io.dateline.app.Web;
import io.dateline.app.demo.DemoWire;
import io.dateline.ingest.IngestSettings;
import io.dateline.ingest.fetch.Politeness;
import io.dateline.model.Channel;
import io.dateline.runtime.KafkaSettings;
import io.dateline.runtime.Shutdown;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The whole line as {@code dateline up} runs it, on sources written by a test. */
final class TestLine implements AutoCloseable {
  private final Shutdown shutdown;
  private final Running running;

  private TestLine(Shutdown shutdown, Running running) {
    this.shutdown = shutdown;
    this.running = running;
  }

  /** Starts on a folder, which may be that of an earlier line. */
  static TestLine start(Path folder, String sources) throws Exception {
    return start(folder, sources, Map.of());
  }

  /** The same with more environment. */
  static TestLine start(Path folder, String sources, Map<String, String> more) throws Exception {
    Files.createDirectories(folder);
    Path file = folder.resolve("sources.yaml");
    Files.writeString(file, sources.isEmpty() ? "sources: []\n" : "sources:\n" + sources);
    Map<String, String> env = new HashMap<>(more);
    env.put("DATELINE_SOURCES", file.toString());
    env.put("DATELINE_HOST_DELAY", "20ms");
    return start(new Shutdown(), folder, env, UnaryOperator.identity());
  }

  /** Starts as {@code dateline demo} does, on a wire that grows with this clock. */
  static TestLine demo(Path folder, InstantSource clock) throws Exception {
    Shutdown shutdown = new Shutdown();
    DemoWire wire = shutdown.add("wire", DemoWire.start(folder, clock));
    Politeness quick =
        new Politeness(Politeness.DEFAULT.agentToken(), Duration.ofMillis(20), 1, true);
    return start(
        shutdown,
        folder,
        Map.of(),
        s -> IngestSettings.of(s.kafka(), wire.sources()).with(quick).with(DemoWire::resolve));
  }

  private static TestLine start(
      Shutdown shutdown, Path folder, Map<String, String> env, UnaryOperator<IngestSettings> adapt)
      throws Exception {
    LineOptions options = new LineOptions();
    options.port = 0;
    try {
      PrintStream silent = new PrintStream(OutputStream.nullOutputStream());
      Line line = new Line(shutdown, new Announcer(silent, silent));
      return new TestLine(shutdown, line.start(options, folder, env, adapt));
    } catch (Exception e) {
      shutdown.close();
      throw e;
    }
  }

  /** A client of page and API. */
  Web web() {
    return new Web(running.port(), null);
  }

  /** The broker, as clients of a line's services see it. */
  KafkaSettings kafka() {
    return KafkaSettings.local(running.kafka());
  }

  /** What {@code dateline} prints of it. */
  Running running() {
    return running;
  }

  /** The first column of what the database answers. */
  List<String> ask(String sql) throws Exception {
    List<String> column = new ArrayList<>();
    try (var connection = DriverManager.getConnection(running.database(), "dateline", "");
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        column.add(rows.getString(1));
      }
    }
    return column;
  }

  /** The number of committed records of each channel, by topic. */
  Map<String, Integer> records() {
    Map<String, Integer> counts = new TreeMap<>();
    for (Channel channel : Channel.values()) {
      counts.put(kafka().topic(channel), values(kafka().topic(channel)).size());
    }
    return counts;
  }

  /** All committed records of a topic. */
  List<String> values(String topic) {
    return PlainConsumer.readAll(running.kafka(), topic).stream()
        .map(record -> String.valueOf(record.value()))
        .toList();
  }

  @Override
  public void close() {
    shutdown.close();
  }
}
