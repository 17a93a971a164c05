package io.dateline.ingest;

import io.dateline.ingest.extract.ArticleExtractor;
import io.dateline.ingest.fetch.HttpFetcher;
import io.dateline.ingest.fetch.PoliteFetcher;
import io.dateline.ingest.publish.HealthChannel;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches the sources that Kafka's group gives to this instance, until closed. */
public final class IngestService implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(IngestService.class);

  private final HttpFetcher http;
  private final SourceBook book;
  private final HealthChannel channel;
  private final Assignments assignments;

  private IngestService(
      HttpFetcher http, SourceBook book, HealthChannel channel, Assignments assignments) {
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
    Tools tools =
        new Tools(
            new PoliteFetcher(http, settings.politeness(), platform.clock()),
            new ArticleExtractor(),
            new LineMeters(platform.meters()),
            book,
            platform.clock(),
            settings.wires());
    return new IngestService(
        http,
        book,
        channel,
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
    assignments.close();
    channel.close();
    http.close();
  }
}
