package io.dateline.enrich.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CommitPaceTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void aFreshArticleEndsItsTransactionOnceAnInterval() throws Exception {
    CommitPace slow = new CommitPace(HOUR, () -> NOW);
    assertThat(slow.isDue(NOW.toEpochMilli())).isTrue();
    assertThat(slow.isDue(NOW.toEpochMilli())).isFalse();

    CommitPace quick = new CommitPace(Duration.ofNanos(1), () -> NOW);
    assertThat(quick.isDue(NOW.toEpochMilli())).isTrue();
    Thread.sleep(1);
    assertThat(quick.isDue(NOW.toEpochMilli())).isTrue();
  }

  @Test
  void eachThreadHasItsOwnPace() throws Exception {
    CommitPace pace = new CommitPace(HOUR, () -> NOW);
    assertThat(pace.isDue(NOW.toEpochMilli())).isTrue();
    boolean[] other = new boolean[1];
    Thread thread = Thread.ofPlatform().start(() -> other[0] = pace.isDue(NOW.toEpochMilli()));
    thread.join();
    assertThat(other[0]).isTrue();
  }

  @Test
  void aBacklogWaitsForTheLongInterval() {
    CommitPace pace = new CommitPace(Duration.ofNanos(1), () -> NOW);
    assertThat(pace.isDue(NOW.minus(CommitPace.FRESH).toEpochMilli() - 1)).isFalse();
    assertThat(pace.isDue(NOW.minus(CommitPace.FRESH).toEpochMilli())).isTrue();
  }
}
