package io.dateline.serve;

import io.dateline.runtime.KafkaSettings;
import io.dateline.runtime.ServiceProcess;
import io.dateline.serve.http.SourceIntake;
import java.util.Map;
import java.util.function.Function;

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
    return run(env, kafka -> SourceIntake.NONE);
  }

  /** The same, with somebody to give new sources to. */
  public static int run(Map<String, String> env, Function<KafkaSettings, SourceIntake> intake)
      throws InterruptedException {
    return ServiceProcess.of(
            "serve",
            ServeSettings::from,
            (settings, platform, onDeath) ->
                ServeService.start(settings, platform, onDeath, intake.apply(settings.kafka())))
        .run(env);
  }
}
