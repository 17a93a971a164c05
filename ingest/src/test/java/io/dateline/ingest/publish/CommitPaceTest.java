package io.dateline.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CommitPaceTest {

  private static long pauseAfter(Duration commit) {
    CommitPace pace = new CommitPace();
    long began = System.nanoTime();
    pace.committed(began, began + commit.toNanos());
    return Duration.ofNanos(pace.early(began)).toMillis();
  }

  @Test
  void theFirstTransactionBeginsAtOnce() {
    assertThat(new CommitPace().early(System.nanoTime())).isNotPositive();
  }

  @Test
  void aSlowBrokerGetsFewerTransactionsButNobodyWaitsLong() {
    assertThat(pauseAfter(Duration.ofMillis(3))).isEqualTo(CommitPace.LEAST.toMillis());
    assertThat(pauseAfter(Duration.ofMillis(50))).isEqualTo(200);
    assertThat(pauseAfter(Duration.ofSeconds(5))).isEqualTo(CommitPace.MOST.toMillis());
  }
}
