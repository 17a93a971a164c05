package io.dateline.app;

import io.dateline.enrich.EnrichMain;
import io.dateline.ingest.IngestMain;
import io.dateline.serve.ServeMain;
import io.dateline.sink.SinkMain;
import picocli.CommandLine.Command;

/** {@code dateline run}: one service of the line as its own process. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    header = "Runs one service against a Kafka and a PostgreSQL, as docker-compose does.",
    description = "Settings come from the environment, see docs/settings.md.",
    synopsisSubcommandLabel = "ingest|enrich|sink|serve")
public final class RunCommand {
  private static final String[] NO_ARGUMENTS = {};

  @Command(mixinStandardHelpOptions = true, header = "Watches sources, publishes articles.")
  void ingest() throws InterruptedException {
    IngestMain.main(NO_ARGUMENTS);
  }

  @Command(mixinStandardHelpOptions = true, header = "Tags and groups articles.")
  void enrich() throws InterruptedException {
    EnrichMain.main(NO_ARGUMENTS);
  }

  @Command(mixinStandardHelpOptions = true, header = "Stores enriched articles in PostgreSQL.")
  void sink() throws InterruptedException {
    SinkMain.main(NO_ARGUMENTS);
  }

  @Command(mixinStandardHelpOptions = true, header = "Serves page, API and live streams.")
  void serve() throws InterruptedException {
    ServeMain.main(NO_ARGUMENTS);
  }
}
