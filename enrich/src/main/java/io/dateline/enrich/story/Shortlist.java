package io.dateline.enrich.story;

import java.util.Arrays;

/**
 * Adds up what stories share with an article and names those with the most. Hundreds are added for
 * each article, so it is two arrays and not a map of boxes.
 */
final class Shortlist {

  /** A story's place and one more; 0 where none is. */
  private final int[] places;

  private final double[] sums;

  /** How many were added for a story. */
  private final int[] counts;

  /** Where the stories are, in the order in which they were added first. */
  private final int[] slots;

  private int size;

  /** What is known of a story before it is read. */
  @FunctionalInterface
  interface Hope {
    /**
     * Whether a story may be similar enough.
     *
     * @param place where it is
     * @param sum what was added for it
     * @param count how many were added
     */
    boolean of(int place, double sum, int count);
  }

  /**
   * An empty list.
   *
   * @param additions most calls of {@link #add}
   */
  Shortlist(int additions) {
    int room = Integer.highestOneBit(Math.max(1, additions)) * 4;
    places = new int[room];
    sums = new double[room];
    counts = new int[room];
    slots = new int[additions];
  }

  /** Adds to the sum of the story at a place. */
  void add(int place, double shared) {
    int slot = ((place * 0x9e3779b9) >>> 8) & (places.length - 1);
    while (places[slot] != 0 && places[slot] != place + 1) {
      slot = (slot + 1) & (places.length - 1);
    }
    if (places[slot] == 0) {
      places[slot] = place + 1;
      slots[size++] = slot;
    }
    sums[slot] += shared;
    counts[slot]++;
  }

  /**
   * The places with the highest sums, best first; of equals the first.
   *
   * @param least the least sum
   * @param hope asked only of stories that would be named
   */
  int[] best(int most, double least, Hope hope) {
    int[] best = new int[most];
    int count = 0;
    for (int i = 0; i < size; i++) {
      int slot = slots[i];
      if (sums[slot] < least || (count == most && sums[slot] <= sums[best[count - 1]])) {
        continue;
      }
      if (!hope.of(places[slot] - 1, sums[slot], counts[slot])) {
        continue;
      }
      int at = count < most ? count++ : count - 1;
      while (at > 0 && sums[slot] > sums[best[at - 1]]) {
        best[at] = best[at - 1];
        at--;
      }
      best[at] = slot;
    }
    return Arrays.stream(best, 0, count).map(slot -> places[slot] - 1).toArray();
  }
}
