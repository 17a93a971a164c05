package io.dateline.ingest.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When an article is looked at again for updates. */
public final class Relook {

  /** After the first fetch: 15 minutes, 1, 6 and 24 hours. */
  public static final List<Duration> AGES =
      List.of(
          Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(6), Duration.ofHours(24));

  /** Most tries of one look that fails for now. */
  public static final int MAX_TRIES = 5;

  private static final Duration FIRST_RETRY = Duration.ofMinutes(1);

  private Relook() {}

  /**
   * The time of the next look.
   *
   * @param first when the article was first fetched
   * @param looks looks done after the first
   * @return null when enough was looked
   */
  public static @Nullable Instant next(Instant first, int looks) {
    return looks >= AGES.size() ? null : first.plus(AGES.get(looks));
  }

  /**
   * The pause before a look that failed is tried again: 1, 4, 16, 64 minutes.
   *
   * @param tries that failed, at least 1
   * @param asked what the server asked for, which the first pause keeps to
   */
  public static Duration retry(int tries, @Nullable Duration asked) {
    return asked != null && tries == 1
        ? asked
        : FIRST_RETRY.multipliedBy(1L << (2 * Math.min(Math.max(tries - 1, 0), 5)));
  }
}
