package io.dateline.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.model.EnrichedArticle;
import io.dateline.runtime.DatabaseSettings;
import io.dateline.runtime.Health;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Nothing is lost and nothing is stored twice, whatever happens to the database. */
class SinkFaultTest {
  private static final String AUDIT =
      """
      SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM article_version),
             (SELECT count(*) FROM article_tag), (SELECT count(*) FROM rejected),
             (SELECT count(*) FROM article a JOIN article_version v
                ON v.article_id = a.id AND v.version = a.version)\
      """;

  @Test
  void aDatabaseThatGoesAwayIsWaitedForAndTold() throws Exception {
    try (Line line = Line.start()) {
      line.enriched(Samples.article("before", 1));
      line.awaitStored();

      Backends.get().stopPostgres();
      line.enriched(Samples.article("during", 1));
      await(() -> line.platform().health().parts().get("database") instanceof Health.Waiting);
      assertThat(line.platform().health().isReady()).isFalse();
      assertThat(line.platform().health().isLive()).isTrue();
      Backends.get().startPostgres();
      long back = System.nanoTime();
      line.awaitStored();

      assertThat(Duration.ofNanos(System.nanoTime() - back)).isLessThan(Duration.ofSeconds(5));
      assertThat(line.rows("SELECT uri FROM article ORDER BY 1"))
          .containsExactly(Samples.uri("before"), Samples.uri("during"));
      await(() -> line.platform().health().isReady());
    }
  }

  @Test
  void killedConnectionsLoseAndRepeatNothing() throws Exception {
    int articles = 600;
    AtomicBoolean done = new AtomicBoolean();
    try (Line line = Line.start()) {
      Thread killer = Thread.ofPlatform().start(() -> killConnections(line.database(), done));
      send(line, 0, articles);
      line.awaitStored();
      done.set(true);
      killer.join();

      assertThat(line.rows(AUDIT)).containsExactly(audit(articles));
      assertThat(retries(line)).isPositive();
    }
  }

  @Test
  void aConnectionCutAfterItsCommitWasSentLosesAndRepeatsNothing() throws Exception {
    int articles = 200;
    DatabaseSettings database = Backends.get().database();
    try (CuttingProxy proxy = new CuttingProxy(Backends.get().postgresPort());
        Line line = Line.start(database, proxy.port())) {
      proxy.cutEvery(2);
      for (int i = 0; i < articles; i += 5) {
        send(line, i, i + 5);
        line.awaitStored();
      }

      assertThat(line.rows(AUDIT)).containsExactly(audit(articles));
      assertThat(proxy.cuts()).isGreaterThanOrEqualTo(20);
      assertThat(line.rows("SELECT count(*) FROM article WHERE version = 2"))
          .containsExactly(Integer.toString(articles));
    }
  }

  /** Two versions of each article, in transactions of ten. */
  private static void send(Line line, int from, int to) {
    for (int i = from; i < to; i += 5) {
      EnrichedArticle[] batch = new EnrichedArticle[10];
      for (int j = 0; j < 5; j++) {
        batch[j] = Samples.article("n" + (i + j), 1);
        batch[j + 5] = Samples.article("n" + (i + j), 2);
      }
      line.enriched(batch);
    }
  }

  private static String audit(int articles) {
    return "%d|%d|%d|0|%d".formatted(articles, 2 * articles, 3 * articles, articles);
  }

  private static double retries(Line line) {
    return line.platform().meters().get("dateline_sink_database_retries").counter().count();
  }

  private static void killConnections(DatabaseSettings database, AtomicBoolean done) {
    String name = database.url().substring(database.url().lastIndexOf('/') + 1);
    try (Connection admin = Backends.get().admin("postgres");
        var kill =
            admin.prepareStatement(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE datname = ? AND application_name = 'dateline-sink'")) {
      kill.setString(1, name);
      while (!done.get()) {
        kill.execute();
        Thread.sleep(400);
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("did not come true within 20 s");
      }
      Thread.sleep(20);
    }
  }
}
