package io.dateline.serve;

import io.dateline.runtime.Platform;
import io.dateline.runtime.SettingsException;
import io.dateline.runtime.SettingsReader;
import io.dateline.runtime.Shutdown;

/** Runs serve as a process of its own. Its own port answers /livez, /readyz and /metrics too. */
public final class ServeMain {

  private ServeMain() {}

  /** Exits with 2 when the settings are wrong, naming all mistakes. */
  public static void main(String[] args) throws InterruptedException {
    try {
      SettingsReader reader = new SettingsReader(System.getenv());
      ServeSettings settings = ServeSettings.from(reader);
      reader.check();
      Shutdown shutdown = Shutdown.onExit();
      shutdown.add("serve", ServeService.start(settings, Platform.create()));
      shutdown.await();
    } catch (SettingsException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }
}
