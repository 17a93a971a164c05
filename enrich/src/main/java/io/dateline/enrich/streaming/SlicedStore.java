package io.dateline.enrich.streaming;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/**
 * A map that forgets, of values that begin with a number that grows: a windowed RocksDB store with
 * one window for each slice of half the time that something is to be kept. What is written goes
 * into the present slice; what is read is the newest of the three slices that may hold it. RocksDB
 * drops a whole slice at a time, so nothing is ever deleted one by one.
 *
 * <p>Each slice has at least one entry, a mark: a windowed store keeps the offset of its changelog
 * in its slices, and a store without any is taken for corrupt at the next start, when the state of
 * the whole task is wiped and restored from the beginning.
 */
public final class SlicedStore {

  private static final int SLICES = 3;

  /** Key of the mark; no hash that anything else is kept under. */
  private static final long MARK = Long.MIN_VALUE;

  private static final byte[] NOTHING = {};

  private final WindowStore<Long, byte[]> store;
  private final long sliceMillis;
  private long slice = -1;

  /** Over a store that {@link #builder} made for the same time. */
  public SlicedStore(WindowStore<Long, byte[]> store, Duration kept) {
    this.store = store;
    sliceMillis = kept.toMillis() / 2;
  }

  /** A store that keeps what is written for at least this time and at most half as long again. */
  public static StoreBuilder<WindowStore<Long, byte[]>> builder(String name, Duration kept) {
    Duration slice = kept.dividedBy(2);
    return Stores.windowStoreBuilder(
            Stores.persistentWindowStore(name, kept.plus(slice), slice, false),
            Serdes.Long(),
            Serdes.ByteArray())
        .withCachingDisabled();
  }

  /**
   * Sets the present.
   *
   * @return whether a new slice began, and what the oldest had is gone
   */
  public boolean at(long streamTimeMillis) {
    long present = streamTimeMillis - Math.floorMod(streamTimeMillis, sliceMillis);
    if (present == slice) {
      return false;
    }
    slice = present;
    if (store.fetch(MARK, slice) == null) {
      store.put(MARK, NOTHING, slice);
    }
    return true;
  }

  /** The newest value of a key; null when there is none, or it was removed. */
  public byte @Nullable [] get(long key) {
    for (int back = 0; back < SLICES; back++) {
      byte[] value = store.fetch(key, slice - back * sliceMillis);
      if (value != null) {
        return value.length == 0 ? null : value;
      }
    }
    return null;
  }

  /**
   * The values written last, by their number. Numbers grow, so a slice's are all larger than those
   * of the slices before, which are read only when more are wanted; no more than these values are
   * held, however many there are.
   *
   * @param most how many at most
   */
  List<byte[]> newest(int most) {
    TreeMap<Long, byte[]> values = new TreeMap<>();
    for (int back = 0; back < SLICES && values.size() < most; back++) {
      collect(back, most, values);
    }
    return new ArrayList<>(values.values());
  }

  private void collect(int back, int most, NavigableMap<Long, byte[]> values) {
    long from = slice - back * sliceMillis;
    try (KeyValueIterator<Windowed<Long>, byte[]> entries = store.fetchAll(from, from)) {
      while (entries.hasNext()) {
        KeyValue<Windowed<Long>, byte[]> entry = entries.next();
        if (entry.value.length == 0) {
          continue; // a mark, or removed
        }
        long number = ByteBuffer.wrap(entry.value).getLong();
        boolean wanted = values.size() < most || number > values.firstKey();
        if (wanted && !isNewer(entry.key.key(), back)) {
          values.put(number, entry.value);
          if (values.size() > most) {
            values.pollFirstEntry();
          }
        }
      }
    }
  }

  /** Whether a later slice has something of this key. */
  private boolean isNewer(long key, int back) {
    for (int later = 0; later < back; later++) {
      if (store.fetch(key, slice - later * sliceMillis) != null) {
        return true;
      }
    }
    return false;
  }

  /** Keeps a value, at least one byte long. */
  public void put(long key, byte[] value) {
    store.put(key, value, slice);
  }

  /** Hides what older slices hold. */
  public void remove(long key) {
    store.put(key, NOTHING, slice);
  }
}
