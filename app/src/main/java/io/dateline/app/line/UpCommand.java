package io.dateline.app.line;

import io.dateline.app.InputFile;
import io.dateline.runtime.Shutdown;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dateline up}: the whole line on sources of your own. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    header = "Runs the whole line in one process, with an embedded Kafka and PostgreSQL.",
    description = "All other settings come from the environment, see docs/settings.md.")
public final class UpCommand implements Callable<Integer> {
  @Mixin private final LineOptions options = new LineOptions();

  @Option(
      names = "--sources",
      paramLabel = "FILE",
      description = "YAML with the sources to watch; they are added to those known.")
  private @Nullable Path sources;

  /** Runs until told to stop. */
  @Override
  public Integer call() throws Exception {
    Path file = sources;
    if (file != null) {
      InputFile.of(file.toString());
    }
    Path data = Optional.ofNullable(options.data).orElse(Path.of("data", "up"));
    Map<String, String> extra =
        file == null ? Map.of() : Map.of("DATELINE_SOURCES", file.toAbsolutePath().toString());
    try (Shutdown shutdown = Shutdown.onExit()) {
      Line line = new Line(shutdown, Announcer.standard());
      line.start(options, data, extra, UnaryOperator.identity());
      return line.await();
    }
  }
}
