package io.dateline.enrich.match;

import java.util.Arrays;

/** A small open-addressing map from long to non-negative int. Not safe for concurrent writes. */
final class LongIntMap {

  /** What {@link #get} gives for a key that is absent. */
  static final int ABSENT = -1;

  private static final int FIRST_ROOM = 1024;

  private long[] keys = new long[FIRST_ROOM];
  private int[] values = filled(FIRST_ROOM);
  private int size;

  private static int[] filled(int room) {
    int[] empty = new int[room];
    Arrays.fill(empty, ABSENT);
    return empty;
  }

  int get(long key) {
    int slot = slot(key, keys.length);
    while (values[slot] != ABSENT) {
      if (keys[slot] == key) {
        return values[slot];
      }
      slot = (slot + 1) & (keys.length - 1);
    }
    return ABSENT;
  }

  void put(long key, int value) {
    if (size * 2 >= keys.length) {
      grow();
    }
    int slot = slot(key, keys.length);
    while (values[slot] != ABSENT && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    size += values[slot] == ABSENT ? 1 : 0;
    keys[slot] = key;
    values[slot] = value;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = filled(keys.length);
    size = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != ABSENT) {
        put(oldKeys[i], oldValues[i]);
      }
    }
  }

  private static int slot(long key, int room) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 40) & (room - 1);
  }
}
