package io.dateline.ingest.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.model.Reason;
import io.dateline.model.SourceHealth.State;
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
  void selectorsThatFindTheTextNoMoreAreADrift() {
    SourceVitals vitals = SourceVitals.start(new SourceId("a"), START).polled(1, START);
    for (int page = 0; page < 60; page++) {
      vitals = vitals.read(page >= 50, false, false);
    }
    assertThat(vitals.state(START)).isEqualTo(State.DRIFTING);
    assertThat(vitals.reason(START)).startsWith("pages without text");
  }

  @Test
  void silenceIsMeasuredByTheSourcesOwnRate() {
    SourceVitals vitals = hourly(10);
    Instant last = START.plus(Duration.ofHours(10));
    assertThat(vitals.state(last.plus(Duration.ofHours(6)))).isEqualTo(State.WELL);
    assertThat(vitals.state(last.plus(Duration.ofHours(7)))).isEqualTo(State.SILENT);
    assertThat(
            vitals.polled(1, last.plus(Duration.ofHours(8))).state(last.plus(Duration.ofHours(8))))
        .isEqualTo(State.WELL);
  }

  @Test
  void aBurstAtTheFirstLooksIsNoRate() {
    SourceVitals vitals = SourceVitals.start(new SourceId("a"), START).polled(0, START);
    for (int second = 1; second <= 10; second++) {
      vitals = vitals.polled(1, START.plusSeconds(second));
    }
    assertThat(vitals.state(START.plus(Duration.ofMinutes(5)))).isEqualTo(State.WELL);
  }

  @Test
  void noAlarmBeforeARateIsKnown() {
    assertThat(hourly(2).state(START.plus(Duration.ofDays(30)))).isEqualTo(State.WELL);
  }

  @Test
  void aFailingFeedSaysWhyUntilItWorksAgain() {
    SourceVitals failing = hourly(1).failed(Reason.UNREACHABLE);
    assertThat(failing.state(START)).isEqualTo(State.FAILING);
    assertThat(failing.failure()).isEqualTo(Reason.UNREACHABLE);
    assertThat(failing.polled(0, START).state(START)).isEqualTo(State.WELL);
  }

  @Test
  void pagesThatStopGivingArticlesAreADrift() {
    SourceVitals vitals = hourly(1);
    for (int i = 0; i < 200; i++) {
      vitals = i % 10 == 0 ? vitals.dropped() : vitals.read(false, false, false);
    }
    Instant now = START.plus(Duration.ofHours(1));
    assertThat(vitals.state(now)).isEqualTo(State.WELL);
    for (int i = 0; i < 6; i++) {
      vitals = vitals.dropped();
    }
    assertThat(vitals.state(now)).isEqualTo(State.DRIFTING);
  }

  @Test
  void datesThatStopComingAreADriftOfTheirOwn() {
    SourceVitals vitals = hourly(1);
    for (int i = 0; i < 100; i++) {
      vitals = vitals.read(false, false, false);
    }
    for (int i = 0; i < 5; i++) {
      vitals = vitals.read(false, true, false);
    }
    Instant now = START.plus(Duration.ofHours(1));
    assertThat(vitals.state(now)).isEqualTo(State.DRIFTING);
    assertThat(vitals.reason(now)).contains("date");
  }

  @Test
  void nightsWithoutNewsAreNoAlarmOnceTheyAreKnown() {
    Instant at = Instant.parse("2026-11-01T00:00:00Z");
    SourceVitals vitals = SourceVitals.start(new SourceId("a"), at).polled(20, at);
    // four an hour from 6 to 22, nothing by night
    for (int quarter = 1; quarter <= 4 * 24 * 21; quarter++) {
      at = at.plus(Duration.ofMinutes(15));
      int hour = at.atOffset(java.time.ZoneOffset.UTC).getHour();
      vitals = vitals.polled(hour >= 6 && hour < 22 ? 1 : 0, at);
    }
    // midnight: the last one came at 21:45
    assertThat(vitals.state(at.plus(Duration.ofHours(5)))).isEqualTo(State.WELL);
    assertThat(vitals.state(at.plus(Duration.ofHours(12)))).isEqualTo(State.SILENT);
    assertThat(vitals.health(at, at).rate().perDay()).isBetween(60.0, 68.0);
  }

  @Test
  void whatWasLearnedOutlivesAStop() {
    SourceVitals vitals = hourly(10).read(false, true, false);
    Instant now = START.plus(Duration.ofHours(10));
    assertThat(SourceVitals.resume(vitals.health(now, now))).isEqualTo(vitals);
  }
}
