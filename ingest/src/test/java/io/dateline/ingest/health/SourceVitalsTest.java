package io.dateline.ingest.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.model.Reason;
import io.dateline.model.SourceId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SourceVitalsTest {

  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

  private static SourceVitals hourly(int articles) {
    SourceVitals vitals = SourceVitals.start(new SourceId("a"), START).polled(20, START);
    for (int i = 1; i <= articles; i++) {
      vitals = vitals.polled(1, START.plus(Duration.ofHours(i)));
    }
    return vitals;
  }

  @Test
  void silenceIsMeasuredByTheSourcesOwnRate() {
    SourceVitals vitals = hourly(10);
    Instant last = START.plus(Duration.ofHours(10));
    assertThat(vitals.state(last.plus(Duration.ofHours(6)))).isEqualTo(SourceVitals.State.WELL);
    assertThat(vitals.state(last.plus(Duration.ofHours(7)))).isEqualTo(SourceVitals.State.SILENT);
    assertThat(
            vitals.polled(1, last.plus(Duration.ofHours(8))).state(last.plus(Duration.ofHours(8))))
        .isEqualTo(SourceVitals.State.WELL);
  }

  @Test
  void noAlarmBeforeARateIsKnown() {
    assertThat(hourly(2).state(START.plus(Duration.ofDays(30)))).isEqualTo(SourceVitals.State.WELL);
  }

  @Test
  void aFailingFeedSaysWhyUntilItWorksAgain() {
    SourceVitals failing = hourly(1).failed(Reason.UNREACHABLE);
    assertThat(failing.state(START)).isEqualTo(SourceVitals.State.FAILING);
    assertThat(failing.failure()).isEqualTo(Reason.UNREACHABLE);
    assertThat(failing.polled(0, START).state(START)).isEqualTo(SourceVitals.State.WELL);
  }

  @Test
  void pagesThatStopGivingArticlesAreADrift() {
    SourceVitals vitals = hourly(1);
    for (int i = 0; i < 200; i++) {
      vitals = vitals.page(i % 10 == 0);
    }
    Instant now = START.plus(Duration.ofHours(1));
    assertThat(vitals.state(now)).isEqualTo(SourceVitals.State.WELL);
    for (int i = 0; i < 6; i++) {
      vitals = vitals.page(true);
    }
    assertThat(vitals.state(now)).isEqualTo(SourceVitals.State.DRIFTING);
  }
}
