package io.dateline.model;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a source is: the value of the source health channel.
 *
 * @param source its id
 * @param state how it is
 * @param reason why, for people; null when it is well
 * @param at when this was written
 * @param since when the state began
 * @param begun when the watch began
 * @param lastSuccess last poll that worked
 * @param lastNew when something new was last found
 * @param arrivals new articles seen since {@code begun}, without those of the first poll
 * @param failures failed polls in a row
 * @param failure why the last poll failed
 * @param rate what is learned of its rate
 * @param drift what is learned of its pages
 */
public record SourceHealth(
    SourceId source,
    State state,
    @Nullable String reason,
    Instant at,
    Instant since,
    Instant begun,
    @Nullable Instant lastSuccess,
    @Nullable Instant lastNew,
    long arrivals,
    int failures,
    @Nullable Reason failure,
    Rate rate,
    Drift drift) {

  /** How a source is. */
  public enum State {
    /** Not polled yet. */
    NEW,
    /** It works. */
    WELL,
    /** Its feeds cannot be had or read. */
    FAILING,
    /** Far longer without anything new than is usual for it. */
    SILENT,
    /** Far more of its pages give no body, date or title than is usual for it. */
    DRIFTING;

    /** Lower case. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The state of that name.
     *
     * @throws IllegalArgumentException naming the unknown id
     */
    public static State of(String id) {
      for (State state : values()) {
        if (state.id().equals(id)) {
          return state;
        }
      }
      throw new IllegalArgumentException("unknown state '" + id + "'");
    }
  }

  /**
   * What is learned of a rate, by the hour of the day in UTC; old observations fade.
   *
   * @param arrivals new articles found, 24 of them
   * @param hours watched, 24 of them
   */
  public record Rate(List<Double> arrivals, List<Double> hours) {

    /** Hours of a day. */
    public static final int HOURS = 24;

    /** Copies and checks the lists. */
    public Rate {
      arrivals = List.copyOf(arrivals);
      hours = List.copyOf(hours);
      if (arrivals.size() != HOURS || hours.size() != HOURS) {
        throw new IllegalArgumentException("a rate needs " + HOURS + " hours");
      }
    }

    /** Articles expected in a day; 0 while nothing is learned. */
    public double perDay() {
      double watched = hours.stream().mapToDouble(Double::doubleValue).sum();
      double found = arrivals.stream().mapToDouble(Double::doubleValue).sum();
      return watched == 0 ? 0 : HOURS * found / watched;
    }
  }

  /**
   * A share of pages: of the last ones, and over a long time.
   *
   * @param recent 0 to 1
   * @param usual 0 to 1
   */
  public record Share(double recent, double usual) {}

  /**
   * What is learned of the pages of a source.
   *
   * @param pages read
   * @param noBody share without text
   * @param noDate share of articles without date
   * @param noTitle share of articles without title
   */
  public record Drift(long pages, Share noBody, Share noDate, Share noTitle) {}
}
