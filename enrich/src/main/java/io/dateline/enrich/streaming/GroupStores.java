package io.dateline.enrich.streaming;

import io.dateline.enrich.duplicate.Words;
import io.dateline.enrich.story.Grouper;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The stores of the group stage of one partition, and the grouper on them. */
final class GroupStores {

  private static final Logger LOG = LoggerFactory.getLogger(GroupStores.class);

  /** How long a text is remembered to find its copies, at least. */
  static final Duration COPIES_KEPT = Duration.ofDays(14);

  /** How long a story is remembered after its last article, at least. */
  static final Duration STORIES_KEPT = Duration.ofDays(30);

  /** Most texts, stories and articles held in memory for one partition. */
  static final int CAPACITY = Grouper.DEFAULT_CAPACITY;

  private static final String TEXTS = "copies";
  private static final String STORIES = "stories";
  private static final String ARTICLES = "story-articles";
  private static final String ERASURES = "erasures";
  private static final String SHARED = "group-memory";

  /** Names of all stores. */
  static final String[] NAMES = {TEXTS, STORIES, ARTICLES, ERASURES, SHARED};

  private final List<SlicedStore> sliced;
  private final SlicedStore erasures;
  private final StoredCopies copies;
  private final StoredStories stories;
  private final Grouper grouper;

  private GroupStores(ProcessorContext<?, ?> context) {
    SlicedStore texts = new SlicedStore(context.getStateStore(TEXTS), COPIES_KEPT);
    SlicedStore all = new SlicedStore(context.getStateStore(STORIES), STORIES_KEPT);
    SlicedStore articles = new SlicedStore(context.getStateStore(ARTICLES), STORIES_KEPT);
    erasures = new SlicedStore(context.getStateStore(ERASURES), COPIES_KEPT);
    sliced = List.of(texts, all, articles, erasures);
    long begun = System.nanoTime();
    copies = new StoredCopies(texts, CAPACITY);
    stories = new StoredStories(all, articles, CAPACITY);
    grouper = new Grouper(copies, stories);
    LOG.info(
        "task {} read its copies and stories in {} ms",
        context.taskId(),
        (System.nanoTime() - begun) / 1_000_000);
  }

  /** Adds the stores to a topology. */
  static void add(StreamsBuilder builder) {
    builder.addStateStore(SlicedStore.builder(TEXTS, COPIES_KEPT));
    builder.addStateStore(SlicedStore.builder(STORIES, STORIES_KEPT));
    builder.addStateStore(SlicedStore.builder(ARTICLES, STORIES_KEPT));
    builder.addStateStore(SlicedStore.builder(ERASURES, COPIES_KEPT));
    builder.addStateStore(new Shared.Builder(SHARED));
  }

  /** The stores of a processor: the same for all of one task. */
  static GroupStores of(ProcessorContext<?, ?> context) {
    Shared shared = context.getStateStore(SHARED);
    return shared.get(() -> new GroupStores(context));
  }

  /** Ends what the operators of a task share; whoever needs it next builds it from the stores. */
  static void end(ProcessorContext<?, ?> context) {
    Shared shared = context.getStateStore(SHARED);
    shared.drop();
  }

  /** The grouper at a point of stream time; {@link #keep()} is to follow. */
  Grouper at(long streamTimeMillis) {
    sliced.forEach(store -> store.at(streamTimeMillis));
    return grouper;
  }

  /** Writes what the grouper changed. */
  void keep() {
    stories.keep();
  }

  /** Forgets an erased article. */
  void forget(String uri, long streamTimeMillis) {
    at(streamTimeMillis);
    copies.forget(Words.hashOf(uri));
    stories.forget(uri);
  }

  /**
   * Counts one more partition that has forgotten an article.
   *
   * @param erasedMillis time of the erasure
   * @return how many have
   */
  int forgotten(String uri, long erasedMillis, long streamTimeMillis) {
    at(streamTimeMillis);
    long erasure = Words.hashOf(uri) + 31 * erasedMillis;
    byte[] before = erasures.get(erasure);
    long count = 1 + (before == null ? 0 : ByteBuffer.wrap(before).getLong());
    erasures.put(erasure, ByteBuffer.allocate(Long.BYTES).putLong(count).array());
    return (int) count;
  }
}
