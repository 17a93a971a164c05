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

  private static final int[] NONE = {};

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
    return under(key, base, base + ways);
  }

  /**
   * The slots entered for each of some keys, newest first. All buckets are looked at before the
   * first is read: of a large table the processor then waits for several at once, and not for one
   * after the other.
   */
  public int[][] under(int[] keys) {
    int[] bases = new int[keys.length];
    int[] ends = new int[keys.length];
    for (int i = 0; i < keys.length; i++) {
      bases[i] = bucket(keys[i], buckets) * ways;
      ends[i] = end(bases[i]);
    }
    int[][] found = new int[keys.length][];
    for (int i = 0; i < keys.length; i++) {
      found[i] = bases[i] == ends[i] ? NONE : under(keys[i], bases[i], ends[i]);
    }
    return found;
  }

  /** Where at the latest the entries of a bucket end: it may be empty, half full or full. */
  private int end(int base) {
    int half = base + ways / 2;
    if (table[base] == EMPTY) {
      return base;
    }
    return table[half] == EMPTY ? half : base + ways;
  }

  private int[] under(int key, int base, int end) {
    int[] found = new int[ways];
    int count = 0;
    for (int i = base; i < end && table[i] != EMPTY; i++) {
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
    enter(((long) key << 32) | (slot & 0xffff_ffffL));
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
