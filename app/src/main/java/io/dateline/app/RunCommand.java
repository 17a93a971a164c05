package io.dateline.app;

import io.dateline.app.line.SourceGate;
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
    description = {
      "Settings come from the environment, see docs/settings.md.",
      "Exit codes: 1 ended by a failure, 2 wrong settings or could not start."
    },
    synopsisSubcommandLabel = "ingest|enrich|sink|serve")
public final class RunCommand {

  @Command(mixinStandardHelpOptions = true, header = "Watches sources, publishes articles.")
  int ingest() throws InterruptedException {
    return IngestMain.run(System.getenv());
  }

  @Command(mixinStandardHelpOptions = true, header = "Tags and groups articles.")
  int enrich() throws InterruptedException {
    return EnrichMain.run(System.getenv());
  }

  @Command(mixinStandardHelpOptions = true, header = "Stores enriched articles in PostgreSQL.")
  int sink() throws InterruptedException {
    return SinkMain.run(System.getenv());
  }

  @Command(mixinStandardHelpOptions = true, header = "Serves page, API and live streams.")
  int serve() throws InterruptedException {
    return ServeMain.run(System.getenv(), SourceGate::new);
  }
}
