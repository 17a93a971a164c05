package io.dateline.app.line;

import io.dateline.embedded.EmbeddedKafka;
import io.dateline.embedded.EmbeddedPostgres;
import io.dateline.runtime.DatabaseSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The broker and the database that the line runs on.
 *
 * @param kafka "host:port"
 * @param database how to log in
 */
record Backbone(String kafka, DatabaseSettings database) {

  /** The variable that names the broker. */
  static final String KAFKA = "KAFKA_BOOTSTRAP";

  /** The variables that the line sets itself, whatever its own environment says of them. */
  static final Set<String> ADDRESSES =
      Set.of(KAFKA, "DATABASE_URL", "DATABASE_USER", "DATABASE_PASSWORD");

  /**
   * Ports that are tried first, so that tools find them; any free one when they are taken, or when
   * the page takes any free one too.
   */
  private static final int USUAL_KAFKA_PORT = 9092;

  private static final int USUAL_POSTGRES_PORT = 5432;

  /** Takes what the options name and starts what they do not. */
  static Backbone start(LineOptions options, Path data, Together together) throws Exception {
    Together.Part<EmbeddedPostgres> postgres = null;
    Together.Part<EmbeddedKafka> kafka = null;
    if (options.database == null) {
      postgres = together.start("PostgreSQL", () -> postgres(data.resolve("postgres"), options));
    }
    if (options.kafka == null) {
      kafka = together.start("Kafka", () -> kafka(data.resolve("kafka"), options));
    }
    together.awaitAll();
    return new Backbone(bootstrap(options.kafka, kafka), login(options.database, postgres));
  }

  /** How services are told of both; the keys are {@link #ADDRESSES}. */
  Map<String, String> environment() {
    return Map.of(
        KAFKA,
        kafka,
        "DATABASE_URL",
        database.url(),
        "DATABASE_USER",
        database.user(),
        "DATABASE_PASSWORD",
        database.password());
  }

  private static EmbeddedPostgres postgres(Path folder, LineOptions options) {
    return options.port == 0
        ? EmbeddedPostgres.start(folder, 0)
        : EmbeddedPostgres.startPreferring(folder, USUAL_POSTGRES_PORT);
  }

  private static EmbeddedKafka kafka(Path folder, LineOptions options) {
    return options.port == 0
        ? EmbeddedKafka.start(folder, 0)
        : EmbeddedKafka.startPreferring(folder, USUAL_KAFKA_PORT);
  }

  private static String bootstrap(
      @Nullable String given, Together.@Nullable Part<EmbeddedKafka> started) throws Exception {
    return started != null ? started.await().bootstrap() : String.valueOf(given);
  }

  private static DatabaseSettings login(
      @Nullable DatabaseSettings given, Together.@Nullable Part<EmbeddedPostgres> started)
      throws Exception {
    if (given != null) {
      return given;
    }
    if (started == null) {
      throw new IllegalStateException("neither a database given nor one started");
    }
    EmbeddedPostgres postgres = started.await();
    return new DatabaseSettings(postgres.jdbcUrl(), postgres.user(), "");
  }
}
