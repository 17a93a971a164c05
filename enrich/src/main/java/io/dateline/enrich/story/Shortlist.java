package io.dateline.enrich.story;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

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
   * <p>A cosine is at most the shared part of the one vector times that of the other, and of a
   * story n terms are at most n times its peak (in squares). Only those are named where both
   * together come up to a least sum, as far as these additions tell.
   *
   * @param peaks the largest share of one term in the square of a story's length, 0 to 1, by place
   */
  int[] best(int most, double least, IntToDoubleFunction peaks) {
    int[] best = new int[most];
    int count = 0;
    for (int i = 0; i < size; i++) {
      int slot = slots[i];
      if (sums[slot] < least || (count == most && sums[slot] <= sums[best[count - 1]])) {
        continue;
      }
      int place = places[slot] - 1;
      if (sums[slot] * Math.min(1, counts[slot] * peaks.applyAsDouble(place)) < least) {
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
