package io.dateline.enrich.streaming;

import io.dateline.enrich.duplicate.Words;
import io.dateline.enrich.story.Grouper;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** The stores of the group stage of one partition, and the grouper on them. */
final class GroupStores {

  /** How long a text is remembered to find its copies, at least. */
  static final Duration COPIES_KEPT = Duration.ofDays(14);

  /** How long a story is remembered after its last article, at least. */
  static final Duration STORIES_KEPT = Duration.ofDays(30);

  private static final String TEXTS = "copies";
  private static final String KEYS = "copy-keys";
  private static final String STORIES = "stories";
  private static final String TERMS = "story-terms";
  private static final String ARTICLES = "story-articles";
  private static final String COUNTS = "story-counts";

  /** Names of all stores. */
  static final String[] NAMES = {TEXTS, KEYS, STORIES, TERMS, ARTICLES, COUNTS};

  private final List<SlicedStore<?>> sliced;
  private final StoredCopies copies;
  private final StoredStories stories;
  private final Grouper grouper;

  private GroupStores(List<SlicedStore<?>> sliced, StoredCopies copies, StoredStories stories) {
    this.sliced = sliced;
    this.copies = copies;
    this.stories = stories;
    grouper = new Grouper(copies, stories);
  }

  /** Adds the stores to a topology. */
  static void add(StreamsBuilder builder) {
    builder.addStateStore(SlicedStore.builder(TEXTS, COPIES_KEPT, Serdes.Long()));
    builder.addStateStore(SlicedStore.builder(KEYS, COPIES_KEPT, Serdes.Integer()));
    builder.addStateStore(SlicedStore.builder(STORIES, STORIES_KEPT, Serdes.Long()));
    builder.addStateStore(SlicedStore.builder(TERMS, STORIES_KEPT, Serdes.Integer()));
    builder.addStateStore(SlicedStore.builder(ARTICLES, STORIES_KEPT, Serdes.Long()));
    builder.addStateStore(
        Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(COUNTS), Serdes.Integer(), Serdes.Integer())
            .withCachingEnabled());
  }

  /** The stores of a processor. */
  static GroupStores of(ProcessorContext<?, ?> context) {
    SlicedStore<Long> texts = new SlicedStore<>(context.getStateStore(TEXTS), COPIES_KEPT);
    SlicedStore<Integer> keys = new SlicedStore<>(context.getStateStore(KEYS), COPIES_KEPT);
    SlicedStore<Long> stories = new SlicedStore<>(context.getStateStore(STORIES), STORIES_KEPT);
    SlicedStore<Integer> terms = new SlicedStore<>(context.getStateStore(TERMS), STORIES_KEPT);
    SlicedStore<Long> articles = new SlicedStore<>(context.getStateStore(ARTICLES), STORIES_KEPT);
    KeyValueStore<Integer, Integer> counts = context.getStateStore(COUNTS);
    return new GroupStores(
        List.of(texts, keys, stories, terms, articles),
        new StoredCopies(texts, keys),
        new StoredStories(stories, terms, articles, counts));
  }

  /** The grouper at a point of stream time. */
  Grouper at(long streamTimeMillis) {
    sliced.forEach(store -> store.at(streamTimeMillis));
    return grouper;
  }

  /** Forgets an erased article. */
  void forget(String uri, long streamTimeMillis) {
    at(streamTimeMillis);
    copies.forget(Words.hashOf(uri));
    stories.forget(uri);
  }
}
