package io.dateline.serve;

import io.dateline.runtime.DatabaseSettings;
import io.dateline.runtime.KafkaSettings;
import io.dateline.runtime.SettingsReader;
import io.dateline.serve.alert.AlertSettings;
import io.dateline.serve.http.Access;
import io.dateline.serve.http.Rates;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the serve process needs to know.
 *
 * @param host address to listen on; anything but a loopback address needs tokens
 * @param port port to listen on; 0 takes any free one
 * @param access who may ask for what
 * @param maxConnections connections served at once; more wait unaccepted
 * @param maxStreams live streams at once; more are answered with 503 and Retry-After
 * @param data folder of the search index; null keeps it in a temporary folder
 * @param alerts how alerts leave the house
 * @param kafka how to reach Kafka
 * @param database how to reach PostgreSQL
 */
public record ServeSettings(
    String host,
    int port,
    Access access,
    int maxConnections,
    int maxStreams,
    @Nullable Path data,
    AlertSettings alerts,
    KafkaSettings kafka,
    DatabaseSettings database) {

  /** Port unless set otherwise. */
  public static final int DEFAULT_PORT = 8080;

  /** Connections served at once unless set otherwise. */
  public static final int DEFAULT_MAX_CONNECTIONS = 4_000;

  /** Live streams at once unless set otherwise. */
  public static final int DEFAULT_MAX_STREAMS = 2_000;

  /**
   * Reads SERVE_HOST, SERVE_PORT, SERVE_READ_TOKEN, SERVE_WRITE_TOKEN, SERVE_MAX_CONNECTIONS,
   * SERVE_MAX_STREAMS, SERVE_DATA and the settings of rates, alerts, Kafka and the database.
   */
  public static ServeSettings from(SettingsReader reader) {
    String host = reader.text("SERVE_HOST", "127.0.0.1");
    Access access =
        new Access(
            token(reader, "SERVE_READ_TOKEN"),
            token(reader, "SERVE_WRITE_TOKEN"),
            Rates.from(reader));
    if (!access.needsToken() && !isLoopback(host, reader)) {
      reader.mistake(
          "SERVE_HOST is '"
              + host
              + "', beyond loopback, but neither SERVE_READ_TOKEN nor"
              + " SERVE_WRITE_TOKEN is set");
    }
    return new ServeSettings(
        host,
        reader.integer("SERVE_PORT", DEFAULT_PORT, 0, 65_535),
        access,
        reader.integer("SERVE_MAX_CONNECTIONS", DEFAULT_MAX_CONNECTIONS, 1, 100_000),
        reader.integer("SERVE_MAX_STREAMS", DEFAULT_MAX_STREAMS, 1, 100_000),
        reader.path("SERVE_DATA"),
        AlertSettings.from(reader),
        KafkaSettings.from(reader),
        DatabaseSettings.from(reader));
  }

  /** All defaults, on the loopback address, over a Kafka and a database. */
  public static ServeSettings local(int port, KafkaSettings kafka, DatabaseSettings database) {
    return new ServeSettings(
        "127.0.0.1",
        port,
        Access.LOOPBACK_ONLY,
        DEFAULT_MAX_CONNECTIONS,
        DEFAULT_MAX_STREAMS,
        null,
        AlertSettings.NONE,
        kafka,
        database);
  }

  private static @Nullable String token(SettingsReader reader, String name) {
    String token = reader.optional(name);
    if (token != null && !token.matches("[A-Za-z0-9._~+-]{16,200}")) {
      reader.mistake(name + " is not 16 to 200 letters, digits or . _ ~ + -");
    }
    return token;
  }

  private static boolean isLoopback(String host, SettingsReader reader) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      reader.mistake("SERVE_HOST is '" + host + "', which cannot be resolved");
      return true;
    }
  }
}
