package io.dateline.ingest;

import io.dateline.ingest.extract.ArticleExtractor;
import io.dateline.ingest.fetch.HttpFetcher;
import io.dateline.ingest.fetch.PoliteFetcher;
import io.dateline.ingest.publish.HealthChannel;
import io.dateline.ingest.push.PushServer;
import io.dateline.ingest.push.Pushes;
import io.dateline.ingest.run.Assignments;
import io.dateline.ingest.run.LineMeters;
import io.dateline.ingest.run.SourceBook;
import io.dateline.ingest.run.SourceRegistry;
import io.dateline.ingest.run.Tools;
import io.dateline.ingest.run.Vitals;
import io.dateline.model.SourceHealth;
import io.dateline.runtime.ChannelSetup;
import io.dateline.runtime.Platform;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches the sources that Kafka's group gives to this instance, until closed. */
public final class IngestService implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(IngestService.class);

  private final HttpFetcher http;
  private final SourceBook book;
  private final HealthChannel channel;
  private final @Nullable PushServer callbacks;
  private final Assignments assignments;

  private IngestService(
      HttpFetcher http,
      SourceBook book,
      HealthChannel channel,
      @Nullable PushServer callbacks,
      Assignments assignments) {
    this.callbacks = callbacks;
    this.channel = channel;
    this.http = http;
    this.book = book;
    this.assignments = assignments;
  }

  /** Starts; a failure that does not heal is told by /livez. */
  public static IngestService start(IngestSettings settings, Platform platform)
      throws InterruptedException {
    return start(settings, platform, () -> {});
  }

  /**
   * Creates missing channels, registers the sources of the settings, and joins the group.
   *
   * @param onDeath called once when it ended by a failure
   */
  public static IngestService start(IngestSettings settings, Platform platform, Runnable onDeath)
      throws InterruptedException {
    ChannelSetup.ensure(settings.kafka());
    if (!settings.sources().isEmpty()) {
      SourceRegistry.sync(settings.kafka(), settings.sources());
      LOG.info("{} sources registered", settings.sources().size());
    }
    HttpFetcher http =
        new HttpFetcher(
            settings.userAgent(), settings.limits(), settings.lookup(), platform.clock());
    HealthChannel channel = new HealthChannel(settings.kafka());
    SourceBook book = new SourceBook(platform.meters(), channel, platform.clock());
    PoliteFetcher fetcher = new PoliteFetcher(http, settings.politeness(), platform.clock());
    PushSettings push = settings.push();
    Pushes pushes = push == null ? null : new Pushes(fetcher, push.callback(), platform.clock());
    PushServer callbacks =
        push == null || pushes == null ? null : PushServer.start(push.host(), push.port(), pushes);
    Tools tools =
        new Tools(
            fetcher,
            new ArticleExtractor().with(settings.selectors()),
            new LineMeters(platform.meters()),
            book,
            platform.clock(),
            settings.wires(),
            pushes);
    return new IngestService(
        http,
        book,
        channel,
        callbacks,
        Assignments.start(
            settings.kafka(),
            new Vitals(platform.health(), onDeath),
            tools,
            settings.politeness().connectionsPerHost()));
  }

  /** How the sources of this instance are. */
  public List<SourceHealth> sources() {
    return book.all();
  }

  @Override
  public void close() {
    if (callbacks != null) {
      callbacks.close();
    }
    assignments.close();
    channel.close();
    http.close();
  }
}
