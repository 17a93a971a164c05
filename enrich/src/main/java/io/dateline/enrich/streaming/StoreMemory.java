package io.dateline.enrich.streaming;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * Bounds what RocksDB takes outside the heap. Each slice of each store of each partition is a
 * database of its own, some seventy of them with six partitions; left alone each may take 50 MB of
 * cache and 48 MB of write buffers. All of a process share what is here.
 */
public final class StoreMemory implements RocksDBConfigSetter {

  /** Blocks read and buffers written, of all stores of a process together, in bytes. */
  static final long TOTAL_BYTES = 64L * 1024 * 1024;

  /** The part of it that buffers may take before they are written out, in bytes. */
  static final long BUFFER_BYTES = 32L * 1024 * 1024;

  /** One buffer of one database, in bytes: entries are small, and most databases are quiet. */
  static final long ONE_BUFFER_BYTES = 2L * 1024 * 1024;

  private static final int BUFFERS = 2;

  /** Under this name the configuration of Kafka Streams has what is shared. */
  static final String SHARED = "dateline.store.memory";

  /** Cache and buffers that stores share. They live as long as the process. */
  record Shared(Cache cache, WriteBufferManager buffers) {

    static Shared create() {
      RocksDB.loadLibrary();
      Cache cache = new LRUCache(TOTAL_BYTES);
      return new Shared(cache, new WriteBufferManager(BUFFER_BYTES, cache));
    }
  }

  /** Made by Kafka Streams. */
  public StoreMemory() {}

  @Override
  public void setConfig(String storeName, Options options, Map<String, Object> configs) {
    if (!(configs.get(SHARED) instanceof Shared shared)) {
      throw new IllegalArgumentException(SHARED + " is missing");
    }
    BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
    table.setBlockCache(shared.cache());
    table.setCacheIndexAndFilterBlocks(true);
    options.setTableFormatConfig(table);
    options.setWriteBufferManager(shared.buffers());
    options.setWriteBufferSize(ONE_BUFFER_BYTES);
    options.setMaxWriteBufferNumber(BUFFERS);
  }

  @Override
  public void close(String storeName, Options options) {
    // what is shared outlives the stores
  }
}
