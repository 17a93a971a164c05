package io.dateline.serve.alert;

import io.dateline.serve.watch.Alert;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a delivery is tried: the schedule that Standard Webhooks recommends, 75.6 hours in all. */
final class RetryPlan {

  /** Pauses behind the first, second, … failed try. */
  static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  /** Daily messages go out at this hour, UTC. */
  static final int DAILY_HOUR = 6;

  private RetryPlan() {}

  /**
   * When to try again; empty when it is given up.
   *
   * @param failed tries that failed, 1 or more
   * @param asked pause the receiver asked for, which is taken when it is longer
   */
  static Optional<Instant> next(int failed, Instant now, @Nullable Duration asked) {
    if (failed > PAUSES.size()) {
      return Optional.empty();
    }
    Duration pause = PAUSES.get(failed - 1);
    if (asked != null && asked.compareTo(pause) > 0) {
      pause = asked;
    }
    return Optional.of(now.plus(pause));
  }

  /** When a hit is sent for the first time. */
  static Instant first(Alert alert, Instant now) {
    return switch (alert) {
      case Alert.Webhook _ -> now;
      case Alert.Email email ->
          switch (email.rhythm()) {
            case INSTANT -> now;
            case HOURLY -> now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
            case DAILY -> daily(now);
          };
    };
  }

  private static Instant daily(Instant now) {
    Instant today =
        now.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).withHour(DAILY_HOUR).toInstant();
    return today.isAfter(now) ? today : today.plus(1, ChronoUnit.DAYS);
  }
}
