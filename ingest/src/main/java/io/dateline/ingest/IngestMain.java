package io.dateline.ingest;

import io.dateline.runtime.ServiceProcess;
import java.util.Map;

/** Runs ingest as a process of its own, as docker-compose does. */
public final class IngestMain {

  /** Port of the status server unless STATUS_PORT is set. */
  public static final int DEFAULT_STATUS_PORT = 8081;

  private IngestMain() {}

  /** Runs until told to stop and exits as {@link ServiceProcess} says. */
  public static void main(String[] args) throws InterruptedException {
    System.exit(run(System.getenv()));
  }

  /** The same with these variables; gives the exit code. */
  public static int run(Map<String, String> env) throws InterruptedException {
    return ServiceProcess.of("ingest", IngestSettings::from, IngestService::start)
        .withStatus(DEFAULT_STATUS_PORT)
        .run(env);
  }
}
