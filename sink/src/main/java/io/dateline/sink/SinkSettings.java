package io.dateline.sink;

import io.dateline.runtime.DatabaseSettings;
import io.dateline.runtime.KafkaSettings;
import io.dateline.runtime.SettingsReader;
import java.time.Duration;

/**
 * Settings of the sink.
 *
 * @param kafka how to reach Kafka
 * @param database how to reach PostgreSQL
 * @param connections connections that write at once, 1 to 32
 * @param rejectedKept how long rejections stay in the database
 */
public record SinkSettings(
    KafkaSettings kafka, DatabaseSettings database, int connections, Duration rejectedKept) {

  /** Connections that write at once unless set. */
  public static final int DEFAULT_CONNECTIONS = 2;

  /** Rejections stay so long in the database unless set: the channel keeps them for 14 days. */
  public static final Duration DEFAULT_REJECTED_KEPT = Duration.ofDays(90);

  /** Checks the range. */
  public SinkSettings {
    if (connections < 1 || connections > 32) {
      throw new IllegalArgumentException("connections " + connections + " is not within 1 to 32");
    }
  }

  /**
   * Reads SINK_CONNECTIONS, SINK_REJECTED_KEPT and what {@link KafkaSettings} and {@link
   * DatabaseSettings} read. Mistakes are left in the reader.
   */
  public static SinkSettings from(SettingsReader reader) {
    return new SinkSettings(
        KafkaSettings.from(reader),
        DatabaseSettings.from(reader),
        reader.integer("SINK_CONNECTIONS", DEFAULT_CONNECTIONS, 1, 32),
        reader.duration("SINK_REJECTED_KEPT", DEFAULT_REJECTED_KEPT));
  }

  /** Defaults for a broker and a database. */
  public static SinkSettings local(KafkaSettings kafka, DatabaseSettings database) {
    return new SinkSettings(kafka, database, DEFAULT_CONNECTIONS, DEFAULT_REJECTED_KEPT);
  }
}
