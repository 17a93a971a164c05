package io.dateline.sink;

import io.dateline.runtime.Platform;
import io.dateline.runtime.SettingsException;
import io.dateline.runtime.SettingsReader;
import io.dateline.runtime.Shutdown;
import io.dateline.runtime.StatusServer;
import io.dateline.sink.store.DatabaseRefusedException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs the sink alone, as docker-compose does. */
public final class SinkMain {

  /** Port of the status server unless STATUS_PORT is set. */
  public static final int DEFAULT_STATUS_PORT = 8083;

  private SinkMain() {}

  /**
   * Starts and runs until told to stop. Exits with 2 when settings are wrong, with 1 after a
   * failure that does not heal.
   */
  public static void main(String[] args) throws InterruptedException {
    try {
      run(new SettingsReader(System.getenv()));
    } catch (SettingsException | DatabaseRefusedException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private static void run(SettingsReader reader) throws InterruptedException {
    SinkSettings settings = SinkSettings.from(reader);
    String host = reader.text("STATUS_HOST", "127.0.0.1");
    int port = reader.integer("STATUS_PORT", DEFAULT_STATUS_PORT, 0, 65_535);
    reader.check();
    Platform platform = Platform.create();
    Shutdown shutdown = Shutdown.onExit();
    shutdown.add("status", StatusServer.start(host, port, platform));
    AtomicBoolean died = new AtomicBoolean();
    Runnable onDeath =
        () -> {
          died.set(true);
          shutdown.close();
        };
    shutdown.add("sink", SinkService.start(settings, platform, onDeath));
    shutdown.await();
    if (died.get()) {
      System.exit(1);
    }
  }
}
