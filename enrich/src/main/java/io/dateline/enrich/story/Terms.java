package io.dateline.enrich.story;

import java.util.Arrays;

/**
 * Weighted terms of a text or a story: a sparse vector.
 *
 * @param keys hashes of terms, ascending and distinct
 * @param weights how strongly each term stands in it, above 0; as many as keys
 */
public record Terms(int[] keys, float[] weights) {

  /** No terms. */
  public static final Terms NONE = new Terms(new int[0], new float[0]);

  /** Checks that there are as many weights as keys. */
  public Terms {
    if (keys.length != weights.length) {
      throw new IllegalArgumentException(keys.length + " keys but " + weights.length + " weights");
    }
  }

  /** The first so many of sorted pairs: key in the upper half, bits of the weight in the lower. */
  static Terms unpack(long[] pairs, int size) {
    int[] keys = new int[size];
    float[] weights = new float[size];
    for (int i = 0; i < size; i++) {
      keys[i] = (int) (pairs[i] >> 32);
      weights[i] = Float.intBitsToFloat((int) pairs[i]);
    }
    return new Terms(keys, weights);
  }

  /** How many terms there are. */
  public int size() {
    return keys.length;
  }

  /** Whether a term is among them. */
  boolean contains(int key) {
    return Arrays.binarySearch(keys, key) >= 0;
  }

  /** The sum of these terms and others times a factor. */
  Terms plus(Terms other, float factor) {
    int[] sumKeys = new int[size() + other.size()];
    float[] sum = new float[sumKeys.length];
    int count = 0;
    int i = 0;
    int j = 0;
    while (i < size() || j < other.size()) {
      boolean mine = j == other.size() || (i < size() && keys[i] <= other.keys[j]);
      boolean theirs = i == size() || (j < other.size() && other.keys[j] <= keys[i]);
      sumKeys[count] = mine ? keys[i] : other.keys[j];
      sum[count++] = (mine ? weights[i++] : 0) + (theirs ? factor * other.weights[j++] : 0);
    }
    return new Terms(Arrays.copyOf(sumKeys, count), Arrays.copyOf(sum, count));
  }

  /** The strongest terms, still in the order of their keys. */
  Terms strongest(int most, Rarity rarity) {
    if (size() <= most) {
      return this;
    }
    int[] order = order(rarity);
    int[] kept = Arrays.copyOf(order, most);
    Arrays.sort(kept);
    int[] keptKeys = new int[most];
    float[] keptWeights = new float[most];
    for (int i = 0; i < most; i++) {
      keptKeys[i] = keys[kept[i]];
      keptWeights[i] = weights[kept[i]];
    }
    return new Terms(keptKeys, keptWeights);
  }

  /** Indexes of the terms, strongest first; of equals the one of the lower key. */
  int[] order(Rarity rarity) {
    long[] ranked = new long[size()];
    for (int i = 0; i < ranked.length; i++) {
      float strength = (float) (weights[i] * rarity.of(keys[i]));
      ranked[i] = ((long) (Integer.MAX_VALUE - Float.floatToIntBits(strength)) << 32) | i;
    }
    Arrays.sort(ranked);
    return Arrays.stream(ranked).mapToInt(rank -> (int) rank).toArray();
  }
}
