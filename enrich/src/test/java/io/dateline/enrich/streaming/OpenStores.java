package io.dateline.enrich.streaming;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.StoreBuilder;

/** Opens stores outside a topology; real RocksDB in a temporary directory. */
final class OpenStores {

  private final MockProcessorContext<Void, Void> context =
      new MockProcessorContext<>(new Properties(), new TaskId(0, 0), directory());

  private static File directory() {
    try {
      File directory = Files.createTempDirectory("stores").toFile();
      directory.deleteOnExit();
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  SlicedStore sliced(String name, Duration kept) {
    SlicedStore store = new SlicedStore(open(SlicedStore.builder(name, kept)), kept);
    store.at(1_000_000_000_000L);
    return store;
  }

  private <S extends StateStore> S open(StoreBuilder<S> builder) {
    S store = builder.withLoggingDisabled().build();
    store.init(context.getStateStoreContext(), store);
    return store;
  }
}
