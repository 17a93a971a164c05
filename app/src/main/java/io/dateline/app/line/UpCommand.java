package io.dateline.app.line;

import io.dateline.app.InputFile;
import io.dateline.app.UsageException;
import io.dateline.ingest.source.SourcesFile;
import io.dateline.runtime.Shutdown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
      check(InputFile.of(file.toString()));
    }
    Path data = Optional.ofNullable(options.data).orElse(Path.of("data", "up"));
    Map<String, String> extra =
        file == null ? Map.of() : Map.of("DATELINE_SOURCES", file.toAbsolutePath().toString());
    Line.check(options, data, extra);
    try (Shutdown shutdown = Shutdown.onExit()) {
      Line line = new Line(shutdown, Announcer.standard());
      line.start(options, data, extra, UnaryOperator.identity());
      return line.await();
    }
  }

  /** Tells what is wrong with the sources before a broker and a database are started for them. */
  private static void check(Path sources) throws IOException {
    List<String> mistakes = SourcesFile.parse(Files.readString(sources)).mistakes();
    if (!mistakes.isEmpty()) {
      throw new UsageException(sources + ": " + String.join("; ", mistakes));
    }
  }
}
