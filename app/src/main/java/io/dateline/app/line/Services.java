package io.dateline.app.line;

import io.dateline.enrich.EnrichService;
import io.dateline.enrich.EnrichSettings;
import io.dateline.ingest.IngestService;
import io.dateline.ingest.IngestSettings;
import io.dateline.runtime.Platform;
import io.dateline.runtime.SettingsReader;
import io.dateline.serve.ServeService;
import io.dateline.serve.ServeSettings;
import io.dateline.sink.SinkService;
import io.dateline.sink.SinkSettings;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The four services with one environment, as docker-compose runs them, in one process. */
final class Services {
  private final IngestSettings ingest;
  private final EnrichSettings enrich;
  private final SinkSettings sink;
  private final ServeSettings serve;

  /**
   * Reads all settings.
   *
   * @param adapt changes those of ingest, for the demo
   * @throws io.dateline.runtime.SettingsException naming all mistakes of all services
   */
  Services(Map<String, String> env, UnaryOperator<IngestSettings> adapt) {
    SettingsReader reader = new SettingsReader(env);
    ingest = adapt.apply(IngestSettings.from(reader));
    enrich = EnrichSettings.from(reader);
    sink = SinkSettings.from(reader);
    serve = ServeSettings.from(reader);
    reader.check();
  }

  /**
   * Starts all four.
   *
   * @param onDeath called when one ended by a failure that does not heal
   * @return the port of page and API
   */
  int start(Together together, Platform platform, Runnable onDeath) throws Exception {
    platform.health().starting();
    SourceGate gate = new SourceGate(serve.kafka());
    var page = together.start("serve", () -> ServeService.start(serve, platform, onDeath, gate));
    together.start("sink", () -> SinkService.start(sink, platform, onDeath));
    together.start("enrich", () -> EnrichService.start(enrich, platform, onDeath));
    together.start("ingest", () -> IngestService.start(ingest, platform, onDeath));
    together.awaitAll();
    platform.health().started();
    return page.await().port();
  }
}
