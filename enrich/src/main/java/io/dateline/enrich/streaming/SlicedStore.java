package io.dateline.enrich.streaming;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
   * The values written last, by their number.
   *
   * @param most how many at most
   */
  List<byte[]> newest(int most) {
    Map<Long, Long> numbers = new HashMap<>();
    TreeMap<Long, byte[]> values = new TreeMap<>();
    try (KeyValueIterator<Windowed<Long>, byte[]> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<Windowed<Long>, byte[]> entry = all.next();
        long number = entry.value.length == 0 ? -1 : ByteBuffer.wrap(entry.value).getLong();
        Long before = numbers.put(entry.key.key(), number);
        if (before != null) {
          values.remove(before); // an older slice's
        }
        if (number >= 0) {
          values.put(number, entry.value);
        }
        if (values.size() > most) {
          values.pollFirstEntry();
        }
      }
    }
    return new ArrayList<>(values.values());
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
