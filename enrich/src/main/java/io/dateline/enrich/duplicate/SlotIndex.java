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

  private static final long EMPTY = -1;

  private final int ways;
  private final int maxBuckets;

  /** A key in the upper half, its slot in the lower: one line of the cache for both. */
  private long[] table;

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
    table = emptyTable(buckets * ways);
  }

  private static long[] emptyTable(int size) {
    long[] empty = new long[size];
    Arrays.fill(empty, EMPTY);
    return empty;
  }

  /** The slots entered for a key, newest first. */
  public int[] under(int key) {
    int base = bucket(key, buckets) * ways;
    int[] found = new int[ways];
    int count = 0;
    for (int i = base; i < base + ways && table[i] != EMPTY; i++) {
      if ((int) (table[i] >> 32) == key) {
        found[count++] = (int) table[i];
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** Enters a slot for a key, or makes an entry the newest of its bucket. */
  public void add(int key, int slot) {
    if (entries > (long) buckets * ways / 2 && buckets < maxBuckets) {
      grow();
    }
    enter(((long) key << 32) | slot);
  }

  private void enter(long entry) {
    int base = bucket((int) (entry >> 32), buckets) * ways;
    int at = base;
    while (at < base + ways - 1 && table[at] != EMPTY && table[at] != entry) {
      at++;
    }
    entries += table[at] == EMPTY ? 1 : 0;
    System.arraycopy(table, base, table, base + 1, at - base);
    table[base] = entry;
  }

  private void grow() {
    long[] old = table;
    buckets *= 2;
    table = emptyTable(buckets * ways);
    entries = 0;
    for (int base = 0; base < old.length; base += ways) {
      for (int i = base + ways - 1; i >= base; i--) {
        if (old[i] != EMPTY) {
          enter(old[i]);
        }
      }
    }
  }

  private static int bucket(int key, int buckets) {
    return ((key * 0x9e3779b9) >>> 7) & (buckets - 1);
  }
}
