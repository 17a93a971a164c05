package io.dateline.enrich.story;

import java.util.Arrays;

/**
 * Adds up what stories share with an article and names those with the most. Hundreds are added for
 * each article, so it is two arrays and not a map of boxes.
 */
final class Shortlist {

  private final long[] ids;
  private final double[] sums;

  /**
   * An empty list.
   *
   * @param additions most calls of {@link #add}
   */
  Shortlist(int additions) {
    int room = Integer.highestOneBit(Math.max(1, additions)) * 4;
    ids = new long[room];
    sums = new double[room];
  }

  /** Adds to the sum of a story; its id is not 0. */
  void add(long id, double shared) {
    int slot = (int) (id >>> 32) & (ids.length - 1);
    while (ids[slot] != 0 && ids[slot] != id) {
      slot = (slot + 1) & (ids.length - 1);
    }
    ids[slot] = id;
    sums[slot] += shared;
  }

  /** The ids with the highest sums, best first; of equals the lower id. */
  long[] best(int most) {
    int[] best = new int[most];
    int count = 0;
    for (int slot = 0; slot < ids.length; slot++) {
      if (ids[slot] == 0 || (count == most && !isBefore(slot, best[count - 1]))) {
        continue;
      }
      int at = count < most ? count++ : count - 1;
      while (at > 0 && isBefore(slot, best[at - 1])) {
        best[at] = best[at - 1];
        at--;
      }
      best[at] = slot;
    }
    return Arrays.stream(best, 0, count).mapToLong(slot -> ids[slot]).toArray();
  }

  private boolean isBefore(int slot, int other) {
    int order = Double.compare(sums[other], sums[slot]);
    return order != 0 ? order < 0 : ids[slot] < ids[other];
  }
}
