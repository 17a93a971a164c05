package io.dateline.enrich.streaming;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;
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
 * @param <K> type of the keys
 */
final class SlicedStore<K> {

  private static final int SLICES = 3;

  private final WindowStore<K, byte[]> store;
  private final long sliceMillis;
  private long slice;

  SlicedStore(WindowStore<K, byte[]> store, Duration kept) {
    this.store = store;
    sliceMillis = kept.toMillis() / 2;
  }

  /** A store that keeps what is written for at least this time and at most half as long again. */
  static <K> StoreBuilder<WindowStore<K, byte[]>> builder(
      String name, Duration kept, Serde<K> keys) {
    Duration slice = kept.dividedBy(2);
    return Stores.windowStoreBuilder(
            Stores.persistentWindowStore(name, kept.plus(slice), slice, false),
            keys,
            Serdes.ByteArray())
        .withCachingDisabled();
  }

  /** Sets the present. */
  void at(long streamTimeMillis) {
    slice = streamTimeMillis - Math.floorMod(streamTimeMillis, sliceMillis);
  }

  byte @Nullable [] get(K key) {
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
    Map<K, Long> numbers = new HashMap<>();
    TreeMap<Long, byte[]> values = new TreeMap<>();
    try (KeyValueIterator<Windowed<K>, byte[]> all = store.all()) {
      while (all.hasNext()) {
        KeyValue<Windowed<K>, byte[]> entry = all.next();
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

  void put(K key, byte[] value) {
    store.put(key, value, slice);
  }

  /** Hides what older slices hold. */
  void remove(K key) {
    store.put(key, new byte[0], slice);
  }
}
