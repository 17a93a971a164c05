package io.dateline.sink.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.runtime.DatabaseSettings;
import io.dateline.runtime.Health;
import io.dateline.sink.Backends;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class RejectedRetentionTest {

  @Test
  void whatIsOlderThanToBeKeptIsDeletedHoweverMuchItIs() throws Exception {
    DatabaseSettings settings = Backends.get().database();
    try (Database database = Database.open(settings, 2, new Health())) {
      fill(settings);
      String count = "SELECT count(*) FROM rejected";
      assertThat(Backends.rows(settings, count)).containsExactly("12010");
      try (RejectedRetention retention =
          RejectedRetention.start(database.source(), Duration.ofDays(30), InstantSource.system())) {
        assertThat(retention).isNotNull();
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        List<String> left = Backends.rows(settings, count);
        while (!left.equals(List.of("10")) && System.nanoTime() < deadline) {
          Thread.sleep(50);
          left = Backends.rows(settings, count);
        }
        assertThat(left).containsExactly("10");
      }
    }
  }

  private static void fill(DatabaseSettings settings) throws Exception {
    try (var connection = DriverManager.getConnection(settings.url(), settings.user(), "");
        var statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO rejected (channel, channel_partition, channel_offset, topic_id, stage,"
              + " reason, detail, subject, rejected_at) SELECT 'rejected', 0, n, 'id', 'extract',"
              + " 'empty', '', 'u', now() - CASE WHEN n > 10 THEN interval '31 days' ELSE"
              + " interval '29 days' END FROM generate_series(1, 12010) AS n");
    }
  }
}
