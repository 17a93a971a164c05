package io.dateline.ingest.health;

import io.dateline.model.SourceHealth.Rate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How many articles an outlet brings in each hour of the day: few outlets write by night, and their
 * nights are no alarm. Pure.
 */
final class HourlyRate {

  static final Rate NONE =
      new Rate(Collections.nCopies(Rate.HOURS, 0.0), Collections.nCopies(Rate.HOURS, 0.0));

  /** An observation counts half after so many days. */
  private static final double HALF_LIFE_DAYS = 14;

  /** An hour of the day that was watched so long counts as much as the average of all hours. */
  private static final double PRIOR_HOURS = 2;

  /** A longer gap is no more telling. */
  private static final Duration LONGEST = Duration.ofDays(60);

  private HourlyRate() {}

  /** After articles were found in a time. */
  static Rate after(Rate rate, int found, Instant from, Instant to) {
    double[] arrivals = array(rate.arrivals());
    double[] hours = array(rate.hours());
    double watched = hours(from, to);
    double fade = Math.pow(0.5, watched / (Rate.HOURS * HALF_LIFE_DAYS));
    for (int h = 0; h < Rate.HOURS; h++) {
      arrivals[h] *= fade;
      hours[h] *= fade;
    }
    for (Instant at = from; at.isBefore(to); at = nextHour(at)) {
      hours[hour(at)] += hours(at, earlier(nextHour(at), to));
    }
    arrivals[hour(to)] += found;
    return new Rate(list(arrivals), list(hours));
  }

  /** Articles expected between two times. */
  static double expected(Rate rate, Instant from, Instant to) {
    double all = rate.perDay() / Rate.HOURS;
    Instant end = earlier(to, from.plus(LONGEST));
    double sum = 0;
    for (Instant at = from; at.isBefore(end); at = nextHour(at)) {
      int h = hour(at);
      double own =
          (rate.arrivals().get(h) + PRIOR_HOURS * all) / (rate.hours().get(h) + PRIOR_HOURS);
      sum += own * hours(at, earlier(nextHour(at), end));
    }
    return sum;
  }

  private static double hours(Instant from, Instant to) {
    return Math.max(0, Duration.between(from, to).toMillis()) / 3_600_000.0;
  }

  private static int hour(Instant at) {
    return at.atOffset(ZoneOffset.UTC).getHour();
  }

  private static Instant nextHour(Instant at) {
    long second = at.getEpochSecond();
    return Instant.ofEpochSecond(second - Math.floorMod(second, 3_600L) + 3_600L);
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static List<Double> list(double[] values) {
    List<Double> list = new ArrayList<>();
    for (double value : values) {
      list.add(Math.round(value * 1e4) / 1e4);
    }
    return list;
  }
}
