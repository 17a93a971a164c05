package io.dateline.enrich.duplicate;

import java.util.Arrays;

/**
 * Leads from a key to the slots of a table that were entered for it last. A table of buckets: when
 * a bucket is full its oldest entry is overwritten, so memory and cost are bounded and nothing is
 * ever deleted. A slot may have been given to something else since: the caller checks what it
 * finds.
 */
public final class SlotIndex {

  private static final int FIRST_BUCKETS = 1_024;

  private final int ways;
  private final int maxBuckets;
  private int[] keys;
  private int[] slots;
  private int buckets;
  private long entries;

  /**
   * An empty index that grows up to a number of entries.
   *
   * @param maxEntries most entries, rounded up to a power of two
   * @param ways entries of a bucket; never more are found for one key
   */
  public SlotIndex(long maxEntries, int ways) {
    this.ways = ways;
    long wanted = Math.max(FIRST_BUCKETS, Long.highestOneBit(maxEntries / ways * 2 - 1));
    maxBuckets = (int) Math.min(1 << 24, wanted);
    buckets = FIRST_BUCKETS;
    keys = new int[buckets * ways];
    slots = emptySlots(buckets * ways);
  }

  private static int[] emptySlots(int size) {
    int[] empty = new int[size];
    Arrays.fill(empty, -1);
    return empty;
  }

  /** The slots entered for a key, newest first. */
  public int[] under(int key) {
    int base = bucket(key, buckets) * ways;
    int[] found = new int[ways];
    int count = 0;
    for (int i = base; i < base + ways && slots[i] >= 0; i++) {
      if (keys[i] == key) {
        found[count++] = slots[i];
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** Enters a slot for a key, or makes an entry the newest of its bucket. */
  public void add(int key, int slot) {
    if (entries > (long) buckets * ways / 2 && buckets < maxBuckets) {
      grow();
    }
    int base = bucket(key, buckets) * ways;
    int at = base;
    while (at < base + ways - 1 && slots[at] >= 0 && !(slots[at] == slot && keys[at] == key)) {
      at++;
    }
    entries += slots[at] < 0 ? 1 : 0;
    System.arraycopy(keys, base, keys, base + 1, at - base);
    System.arraycopy(slots, base, slots, base + 1, at - base);
    keys[base] = key;
    slots[base] = slot;
  }

  private void grow() {
    int[] oldKeys = keys;
    int[] oldSlots = slots;
    buckets *= 2;
    keys = new int[buckets * ways];
    slots = emptySlots(buckets * ways);
    entries = 0;
    for (int base = 0; base < oldSlots.length; base += ways) {
      for (int i = base + ways - 1; i >= base; i--) {
        if (oldSlots[i] >= 0) {
          add(oldKeys[i], oldSlots[i]);
        }
      }
    }
  }

  private static int bucket(int key, int buckets) {
    return ((key * 0x9e3779b9) >>> 7) & (buckets - 1);
  }
}
