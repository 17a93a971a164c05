package io.dateline.sink;

import io.dateline.runtime.ChannelSetup;
import io.dateline.runtime.KafkaWatch;
import io.dateline.runtime.Platform;
import io.dateline.sink.consume.ChannelSink;
import io.dateline.sink.store.Database;
import io.dateline.sink.store.RejectedRetention;
import io.dateline.sink.store.Store;

/** The sink, running. */
public final class SinkService implements AutoCloseable {
  private final Database database;
  private final ChannelSink sink;
  private final KafkaWatch watch;
  private final RejectedRetention retention;

  private SinkService(
      Database database, ChannelSink sink, KafkaWatch watch, RejectedRetention retention) {
    this.database = database;
    this.sink = sink;
    this.watch = watch;
    this.retention = retention;
  }

  /** Starts; a failure that does not heal is told by /livez. */
  public static SinkService start(SinkSettings settings, Platform platform)
      throws InterruptedException {
    return start(settings, platform, () -> {});
  }

  /**
   * Waits for the database and the broker, brings the tables up to date and starts.
   *
   * @param onDeath called when it ended by a failure
   * @throws io.dateline.runtime.DatabaseRefusedException when the database does not let us in
   */
  public static SinkService start(SinkSettings settings, Platform platform, Runnable onDeath)
      throws InterruptedException {
    Database database =
        Database.open(settings.database(), settings.connections(), platform.health());
    try {
      ChannelSetup.ensure(settings.kafka());
      Store store = new Store(database.source());
      return new SinkService(
          database,
          ChannelSink.start(settings.kafka(), store, settings.connections(), platform, onDeath),
          KafkaWatch.start(settings.kafka(), platform.health(), "sink-kafka"),
          RejectedRetention.start(database.source(), settings.rejectedKept(), platform.clock()));
    } catch (RuntimeException | InterruptedException e) {
      database.close();
      throw e;
    }
  }

  @Override
  public void close() {
    retention.close();
    watch.close();
    sink.close();
    database.close();
  }
}
