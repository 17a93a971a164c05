package io.dateline.enrich.streaming;

import java.util.Map;
import java.util.function.IntFunction;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What the operators of one task share: a store that stores nothing. It is empty again when the
 * task is closed, so that whoever has the task next builds it from the real stores.
 */
final class Shared implements StateStore {

  private final String name;
  private final int remembered;
  private @Nullable GroupStores stores;
  private boolean open;

  private Shared(String name, int remembered) {
    this.name = name;
    this.remembered = remembered;
  }

  /**
   * What is shared, made by the operator that asks first.
   *
   * @param make is told how much is to be held in memory
   */
  GroupStores get(IntFunction<GroupStores> make) {
    GroupStores present = stores == null ? make.apply(remembered) : stores;
    stores = present;
    return present;
  }

  /**
   * Drops what is shared. Called by the operators when they end: a task that becomes a standby
   * keeps its stores open, and what it shared is old when it becomes active again.
   */
  void drop() {
    stores = null;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void init(StateStoreContext context, StateStore root) {
    context.register(
        root,
        (key, value) -> {
          throw new IllegalStateException(name + " has no changelog");
        });
    open = true;
  }

  @Override
  public void close() {
    drop();
    open = false;
  }

  @Override
  public boolean persistent() {
    return false;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  /** Makes one for each task. */
  record Builder(String name, int remembered) implements StoreBuilder<Shared> {

    @Override
    public StoreBuilder<Shared> withCachingEnabled() {
      return this;
    }

    @Override
    public StoreBuilder<Shared> withCachingDisabled() {
      return this;
    }

    @Override
    public StoreBuilder<Shared> withLoggingEnabled(Map<String, String> config) {
      return this;
    }

    @Override
    public StoreBuilder<Shared> withLoggingDisabled() {
      return this;
    }

    @Override
    public Shared build() {
      return new Shared(name, remembered);
    }

    @Override
    public Map<String, String> logConfig() {
      return Map.of();
    }

    @Override
    public boolean loggingEnabled() {
      return false;
    }
  }
}
