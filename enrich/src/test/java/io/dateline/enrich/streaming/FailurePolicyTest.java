package io.dateline.enrich.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;

class FailurePolicyTest {
  private Instant now = Instant.parse("2026-11-22T12:00:00Z");
  private final FailurePolicy policy = new FailurePolicy(() -> now);

  private StreamThreadExceptionResponse fail() {
    return policy.handle(new IllegalStateException("planted"));
  }

  @Test
  void theFourthDeathInFiveMinutesStopsTheClient() {
    for (int i = 0; i < FailurePolicy.MAX_REPLACEMENTS; i++) {
      assertThat(fail()).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
    }

    assertThat(fail()).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
  }

  @Test
  void deathsFarApartAreReplacedForEver() {
    for (int i = 0; i < 20; i++) {
      assertThat(fail()).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
      now = now.plus(FailurePolicy.PERIOD.dividedBy(2)).plus(Duration.ofSeconds(1));
    }
  }

  @Test
  void aThreadThatTheBrokerHadGivenUpIsReplacedMoreOften() {
    var late = new StreamsException("offsets", new UnknownMemberIdException("planted"));
    for (int i = 0; i < FailurePolicy.MAX_LATE; i++) {
      assertThat(policy.handle(late)).isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
    }

    assertThat(policy.handle(late)).isEqualTo(StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
    assertThat(fail())
        .as("other deaths are counted apart")
        .isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
  }
}
