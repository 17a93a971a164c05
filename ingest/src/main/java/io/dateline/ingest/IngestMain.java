package io.dateline.ingest;

import io.dateline.runtime.Platform;
import io.dateline.runtime.SettingsException;
import io.dateline.runtime.SettingsReader;
import io.dateline.runtime.Shutdown;
import io.dateline.runtime.StatusServer;

/** The ingest process: settings, platform, status server, service, shutdown. */
public final class IngestMain {

  private static final int DEFAULT_STATUS_PORT = 8081;

  private IngestMain() {}

  /** Starts from the environment and runs until told to stop. */
  public static void main(String[] args) throws InterruptedException {
    SettingsReader reader = new SettingsReader(System.getenv());
    IngestSettings settings = IngestSettings.from(reader);
    String host = reader.text("STATUS_HOST", "127.0.0.1");
    int port = reader.integer("STATUS_PORT", DEFAULT_STATUS_PORT, 0, 65_535);
    try {
      reader.check();
    } catch (SettingsException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
    Platform platform = Platform.create();
    try (Shutdown shutdown = Shutdown.onExit()) {
      shutdown.add("status", StatusServer.start(host, port, platform));
      shutdown.add("ingest", IngestService.start(settings, platform));
      shutdown.await();
    }
  }
}
