package io.dateline.enrich.story;

import java.util.Arrays;

/**
 * Counts the terms of one text: open addressing, so that a text of hundreds of words costs little.
 */
final class TermCounter {

  private int[] keys = new int[256];
  private float[] counts = new float[256];
  private float[] boosts = new float[256];
  private int size;

  /** Adds to the count of a term and keeps its highest boost. */
  void add(int key, float count, float boost) {
    if (size * 2 >= keys.length) {
      grow();
    }
    int slot = slot(key);
    size += counts[slot] == 0 ? 1 : 0;
    keys[slot] = key;
    counts[slot] += count;
    boosts[slot] = Math.max(boosts[slot], boost);
  }

  private int slot(int key) {
    int slot = key & (keys.length - 1);
    while (counts[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }

  private void grow() {
    int[] oldKeys = keys;
    float[] oldCounts = counts;
    float[] oldBoosts = boosts;
    keys = new int[oldKeys.length * 2];
    counts = new float[keys.length];
    boosts = new float[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldCounts[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        counts[slot] = oldCounts[i];
        boosts[slot] = oldBoosts[i];
      }
    }
  }

  /** The terms, each as (1 + ln count) times its boost. */
  Terms terms() {
    long[] sorted = new long[size];
    int n = 0;
    for (int i = 0; i < keys.length; i++) {
      if (counts[i] != 0) {
        float weight = (float) ((1 + Math.log(counts[i])) * boosts[i]);
        sorted[n++] = ((long) keys[i] << 32) | Float.floatToRawIntBits(weight);
      }
    }
    Arrays.sort(sorted);
    return Terms.unpack(sorted, n);
  }
}
