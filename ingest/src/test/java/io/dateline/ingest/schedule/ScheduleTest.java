package io.dateline.ingest.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void aHostThatFailsIsLeftAloneLongerEachTime() {
    HostPace pace = HostPace.fresh(Duration.ofSeconds(1), NOW);
    assertThat(pace.next()).isEqualTo(NOW.plusSeconds(1));
    pace = pace.afterFailure(NOW, null);
    assertThat(pace.next()).isEqualTo(NOW.plusSeconds(30));
    pace = pace.afterFailure(NOW, null);
    assertThat(pace.next()).isEqualTo(NOW.plusSeconds(60));
    for (int i = 0; i < 20; i++) {
      pace = pace.afterFailure(NOW, null);
    }
    assertThat(pace.next()).isEqualTo(NOW.plus(HostPace.MAX_BACKOFF));
    assertThat(pace.afterAnswer(NOW).next()).isEqualTo(NOW.plusSeconds(1));
  }

  @Test
  void whatTheServerAsksForCounts() {
    HostPace pace = HostPace.fresh(Duration.ofSeconds(1), NOW);
    assertThat(pace.afterFailure(NOW, Duration.ofHours(2)).next())
        .isEqualTo(NOW.plus(Duration.ofHours(2)));
    assertThat(pace.withCrawlDelay(Duration.ofSeconds(10)).next()).isEqualTo(NOW.plusSeconds(10));
    assertThat(pace.withCrawlDelay(Duration.ofMillis(10))).isEqualTo(pace);
  }

  @Test
  void theIntervalFollowsTheFeedBetweenItsBounds() {
    PollBounds bounds = PollBounds.DEFAULT;
    FeedRhythm busy = FeedRhythm.start(bounds);
    FeedRhythm quiet = FeedRhythm.start(bounds);
    for (int i = 0; i < 60; i++) {
      busy = busy.afterPoll(10, busy.interval(), false, bounds);
      quiet = quiet.afterPoll(0, quiet.interval(), false, bounds);
    }
    assertThat(busy.interval()).isEqualTo(bounds.min());
    assertThat(quiet.interval()).isEqualTo(bounds.max());
    assertThat(busy.isFullDue()).isTrue();
    assertThat(busy.afterPoll(0, bounds.min(), true, bounds).isFullDue()).isFalse();
    assertThat(busy.afterFailure(bounds).interval()).isEqualTo(bounds.min().multipliedBy(2));
  }

  @Test
  void anArticleIsLookedAtFourTimesMore() {
    assertThat(Relook.next(NOW, 0)).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
    assertThat(Relook.next(NOW, 3)).isEqualTo(NOW.plus(Duration.ofHours(24)));
    assertThat(Relook.next(NOW, 4)).isNull();
    assertThat(Relook.retry(1, null)).isEqualTo(Duration.ofMinutes(1));
    assertThat(Relook.retry(3, null)).isEqualTo(Duration.ofMinutes(16));
    Duration asked = Duration.ofSeconds(7);
    assertThat(Relook.retry(1, asked)).isEqualTo(asked);
    assertThat(Relook.retry(2, asked)).isEqualTo(Duration.ofMinutes(4));
  }
}
