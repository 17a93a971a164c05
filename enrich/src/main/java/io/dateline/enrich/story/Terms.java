package io.dateline.enrich.story;

import java.util.Arrays;

/**
 * Weighted terms of a text or a story: a sparse vector.
 *
 * @param keys hashes of terms, ascending
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

  /** How many terms there are. */
  public int size() {
    return keys.length;
  }

  /** The sum of these and other terms. */
  public Terms plus(Terms other) {
    int[] sumKeys = new int[size() + other.size()];
    float[] sum = new float[sumKeys.length];
    int count = 0;
    int i = 0;
    int j = 0;
    while (i < size() || j < other.size()) {
      boolean mine = j == other.size() || (i < size() && keys[i] <= other.keys[j]);
      boolean theirs = i == size() || (j < other.size() && other.keys[j] <= keys[i]);
      sumKeys[count] = mine ? keys[i] : other.keys[j];
      sum[count++] = (mine ? weights[i++] : 0) + (theirs ? other.weights[j++] : 0);
    }
    return new Terms(Arrays.copyOf(sumKeys, count), Arrays.copyOf(sum, count));
  }
}
