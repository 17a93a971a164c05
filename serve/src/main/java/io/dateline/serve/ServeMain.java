package io.dateline.serve;

import io.dateline.runtime.ServiceProcess;
import java.util.Map;

/**
 * Runs serve as a process of its own, as docker-compose does. Its own port answers the status too.
 */
public final class ServeMain {

  private ServeMain() {}

  /** Runs until told to stop and exits as {@link ServiceProcess} says. */
  public static void main(String[] args) throws InterruptedException {
    System.exit(run(System.getenv()));
  }

  /** The same with these variables; gives the exit code. */
  public static int run(Map<String, String> env) throws InterruptedException {
    return ServiceProcess.of("serve", ServeSettings::from, ServeService::start).run(env);
  }
}
