package io.dateline.app.line;

import io.dateline.embedded.FolderLock;
import io.dateline.embedded.Ports;
import io.dateline.ingest.IngestSettings;
import io.dateline.runtime.Platform;
import io.dateline.runtime.ServiceProcess;
import io.dateline.runtime.Shutdown;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/** The whole line, running in this process. */
final class Line {
  private final Shutdown shutdown;
  private final Announcer announcer;
  private final AtomicBoolean died = new AtomicBoolean();

  Line(Shutdown shutdown, Announcer announcer) {
    this.shutdown = shutdown;
    this.announcer = announcer;
  }

  /**
   * Tells all mistakes in the settings while nothing is started yet.
   *
   * @param extra environment on top of the process's own
   * @throws io.dateline.runtime.SettingsException naming them
   */
  static void check(LineOptions options, Path folder, Map<String, String> extra) {
    new Services(environment(options, folder, extra), UnaryOperator.identity());
  }

  /**
   * Starts the line and says where to look.
   *
   * @param adapt changes the settings of ingest, for the demo
   * @param extra environment on top of the process's own
   */
  Running start(
      LineOptions options,
      Path folder,
      Map<String, String> extra,
      UnaryOperator<IngestSettings> adapt)
      throws Exception {
    long begun = System.nanoTime();
    Path data = folder.toAbsolutePath().normalize();
    Ports.claim("dateline", options.port);
    shutdown.add("data folder", FolderLock.take(data));
    Together below = shutdown.add("broker and database", new Together());
    announcer.step("starting Kafka and PostgreSQL on " + data);
    Backbone backbone = Backbone.start(options, data, below);
    announcer.step("starting ingest, enrich, sink and serve");
    Map<String, String> env = environment(options, data, extra);
    env.putAll(backbone.environment());
    Services services = new Services(env, adapt);
    Together above = shutdown.add("services", new Together());
    int port = services.start(above, Platform.create(), this::died);
    Running running = new Running(port, backbone.kafka(), backbone.database().url(), data);
    shutdown.add("run file", RunFile.write(running));
    announcer.up(running, Duration.ofNanos(System.nanoTime() - begun));
    return running;
  }

  /** All but the addresses of what is not started yet. */
  private static Map<String, String> environment(
      LineOptions options, Path data, Map<String, String> extra) {
    Map<String, String> env = new HashMap<>(System.getenv());
    env.keySet().removeAll(Backbone.ADDRESSES);
    if (options.kafka != null) {
      env.put(Backbone.KAFKA, options.kafka);
    }
    env.put("ENRICH_STATE_DIR", data.resolve("streams").toString());
    env.put("SERVE_DATA", data.resolve("index").toString());
    env.put("SERVE_PORT", Integer.toString(options.port));
    env.putAll(extra);
    return env;
  }

  private void died() {
    died.set(true);
    shutdown.close();
  }

  /** Blocks until told to stop; the exit code. */
  int await() throws InterruptedException {
    shutdown.await();
    return died.get() ? ServiceProcess.EXIT_DIED : ServiceProcess.EXIT_FINE;
  }
}
