package io.dateline.app.line;

import io.dateline.app.demo.DemoWire;
import io.dateline.ingest.IngestSettings;
import io.dateline.ingest.fetch.Politeness;
import io.dateline.runtime.Shutdown;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dateline demo}: the whole line on a wire of its own, without a network. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    header = "Runs the whole line on a small invented wire, without a network.",
    description = "Five outlets publish some fifty German and English articles within a minute.")
public final class DemoCommand implements Callable<Integer> {

  /** The outlets are ours, so they need no more consideration than that. */
  private static final Duration HOST_DELAY = Duration.ofMillis(100);

  @Mixin private final LineOptions options = new LineOptions();

  /** Runs until told to stop. */
  @Override
  public Integer call() throws Exception {
    Path data = Optional.ofNullable(options.data).orElse(Path.of("data", "demo"));
    Line.check(options, data, Map.of());
    try (Shutdown shutdown = Shutdown.onExit()) {
      Announcer announcer = Announcer.standard();
      DemoWire wire = shutdown.add("wire", DemoWire.start(data, InstantSource.system()));
      Line line = new Line(shutdown, announcer);
      line.start(options, data, Map.of(), settings -> adapt(settings, wire));
      announcer.also("The wire publishes " + wire.size() + " pages within a minute.");
      return line.await();
    }
  }

  private static IngestSettings adapt(IngestSettings settings, DemoWire wire) {
    Politeness usual = Politeness.DEFAULT;
    return IngestSettings.of(settings.kafka(), wire.sources())
        .with(new Politeness(usual.agentToken(), HOST_DELAY, usual.connectionsPerHost(), true))
        .with(DemoWire::resolve);
  }
}
