package io.dateline.enrich;

import io.dateline.runtime.Platform;
import io.dateline.runtime.SettingsException;
import io.dateline.runtime.SettingsReader;
import io.dateline.runtime.Shutdown;
import io.dateline.runtime.StatusServer;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs the enrich service alone, as docker-compose does. */
public final class EnrichMain {

  /** Port of the status server unless STATUS_PORT is set. */
  public static final int DEFAULT_STATUS_PORT = 8082;

  private EnrichMain() {}

  /**
   * Starts and runs until told to stop. Exits with 2 when settings are wrong, with 1 after a
   * failure that does not heal.
   */
  public static void main(String[] args) throws InterruptedException {
    SettingsReader reader = new SettingsReader(System.getenv());
    EnrichSettings settings = EnrichSettings.from(reader);
    String host = reader.text("STATUS_HOST", "127.0.0.1");
    int port = reader.integer("STATUS_PORT", DEFAULT_STATUS_PORT, 0, 65_535);
    try {
      reader.check();
    } catch (SettingsException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
    Platform platform = Platform.create();
    Shutdown shutdown = Shutdown.onExit();
    shutdown.add("status", StatusServer.start(host, port, platform));
    AtomicBoolean died = new AtomicBoolean();
    Runnable onDeath =
        () -> {
          died.set(true);
          shutdown.close();
        };
    shutdown.add("enrich", EnrichService.start(settings, platform, onDeath));
    shutdown.await();
    if (died.get()) {
      System.exit(1);
    }
  }
}
