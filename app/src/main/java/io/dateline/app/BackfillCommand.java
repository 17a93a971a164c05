package io.dateline.app;

import io.dateline.app.line.RunFile;
import io.dateline.app.pipe.RejectLimit;
import io.dateline.ingest.backfill.Backfill;
import io.dateline.ingest.backfill.BackfillReport;
import io.dateline.model.ninjs.Json;
import io.dateline.runtime.KafkaSettings;
import io.dateline.runtime.Platform;
import io.dateline.runtime.SettingsReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dateline backfill}: archives into a running line. */
@Command(
    name = "backfill",
    mixinStandardHelpOptions = true,
    header = "Publishes the pages of WARC files into a running line.",
    description = {
      "Prints one line of JSON: pages = published + unchanged + rejected. What is known is not",
      "published again, older versions never overwrite newer ones, alerts stay mute."
    })
public final class BackfillCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE.warc.gz", description = "What to read.")
  private List<Path> files = List.of();

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      description = "The line's Kafka (default: KAFKA_BOOTSTRAP, or the line that runs here).")
  private @Nullable String kafka;

  @Option(
      names = "--max-rejected",
      paramLabel = "N|N%",
      defaultValue = RejectLimit.UNLIMITED,
      converter = RejectLimit.Converter.class,
      description = "Exit with 1 when more than that is rejected (default: ${DEFAULT-VALUE}).")
  private RejectLimit maxRejected = RejectLimit.NO_LIMIT;

  @Option(
      names = "--selectors",
      paramLabel = "DIR",
      description = "Selector files of single outlets (default: DATELINE_SELECTORS).")
  private @Nullable Path selectors;

  /** Reads all files. */
  @Override
  public Integer call() throws IOException, InterruptedException {
    files.forEach(file -> InputFile.of(file.toString()));
    KafkaSettings settings = settings(kafka);
    boolean terminal = Terminal.isWatched();
    BackfillReport report =
        new Backfill(settings, Platform.create(), SelectorFiles.of(selectors))
            .run(files, soFar -> progress(terminal, soFar));
    if (terminal) {
      System.err.println();
    }
    System.out.println(json(report));
    return maxRejected.isExceeded(report.rejected(), report.pages()) ? 1 : 0;
  }

  static KafkaSettings settings(@Nullable String kafka) {
    Map<String, String> env = new HashMap<>(System.getenv());
    env.put("KAFKA_BOOTSTRAP", RunFile.kafka(Optional.ofNullable(kafka)));
    SettingsReader reader = new SettingsReader(env);
    KafkaSettings settings = KafkaSettings.from(reader);
    reader.check();
    return settings;
  }

  private static void progress(boolean terminal, BackfillReport report) {
    if (terminal) {
      System.err.print("\r" + report.pages() + " pages, " + report.rejected() + " rejected");
      System.err.flush();
    }
  }

  private static String json(BackfillReport report) {
    var line = Json.object();
    line.put("pages", report.pages()).put("published", report.published());
    line.put("unchanged", report.unchanged()).put("rejected", report.rejected());
    return new String(Json.write(line), StandardCharsets.UTF_8);
  }
}
