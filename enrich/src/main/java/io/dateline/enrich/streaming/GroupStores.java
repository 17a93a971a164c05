package io.dateline.enrich.streaming;

import io.dateline.enrich.duplicate.Words;
import io.dateline.enrich.story.Grouper;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The stores of the group stage of one partition, and the grouper on them. */
final class GroupStores {

  private static final Logger LOG = LoggerFactory.getLogger(GroupStores.class);

  /** How long a text is remembered to find its copies, at least. */
  static final Duration COPIES_KEPT = Duration.ofDays(14);

  /** How long a story is remembered after its last article, at least. */
  static final Duration STORIES_KEPT = Duration.ofDays(30);

  private static final String TEXTS = "copies";
  private static final String STORIES = "stories";
  private static final String ARTICLES = "story-articles";
  private static final String ERASURES = "erasures";
  private static final String SHARED = "group-memory";

  /** Names of all stores. */
  static final String[] NAMES = {TEXTS, STORIES, ARTICLES, ERASURES, SHARED};

  private final SlicedStore texts;
  private final SlicedStore stories;
  private final SlicedStore articles;
  private final SlicedStore erasures;
  private final String task;
  private final int capacity;
  private @Nullable Memory memory;

  /** What is held in memory, and the grouper on it. */
  private record Memory(StoredCopies copies, StoredStories stories, Grouper grouper) {}

  private GroupStores(ProcessorContext<?, ?> context, int capacity) {
    this.capacity = capacity;
    texts = new SlicedStore(context.getStateStore(TEXTS), COPIES_KEPT);
    stories = new SlicedStore(context.getStateStore(STORIES), STORIES_KEPT);
    articles = new SlicedStore(context.getStateStore(ARTICLES), STORIES_KEPT);
    erasures = new SlicedStore(context.getStateStore(ERASURES), COPIES_KEPT);
    task = context.taskId().toString();
  }

  /**
   * Adds the stores to a topology.
   *
   * @param remembered most texts, stories and articles held in memory for one partition
   */
  static void add(StreamsBuilder builder, int remembered) {
    builder.addStateStore(SlicedStore.builder(TEXTS, COPIES_KEPT));
    builder.addStateStore(SlicedStore.builder(STORIES, STORIES_KEPT));
    builder.addStateStore(SlicedStore.builder(ARTICLES, STORIES_KEPT));
    builder.addStateStore(SlicedStore.builder(ERASURES, COPIES_KEPT));
    builder.addStateStore(new Shared.Builder(SHARED, remembered));
  }

  /** The stores of a processor: the same for all of one task. */
  static GroupStores of(ProcessorContext<?, ?> context) {
    Shared shared = context.getStateStore(SHARED);
    return shared.get(remembered -> new GroupStores(context, remembered));
  }

  /** Ends what the operators of a task share; whoever needs it next builds it from the stores. */
  static void end(ProcessorContext<?, ?> context) {
    Shared shared = context.getStateStore(SHARED);
    shared.drop();
  }

  /** The grouper at a point of stream time; {@link #keep()} is to follow. */
  Grouper at(long streamTimeMillis) {
    return memory(streamTimeMillis).grouper;
  }

  /**
   * What is known at a point of stream time. It is read from the stores when the task begins, and
   * again whenever a slice ends: so what is forgotten there is forgotten here, and an instance that
   * runs for long knows what one knows that has just taken over.
   */
  private Memory memory(long streamTimeMillis) {
    boolean turned = erasures.at(streamTimeMillis);
    for (SlicedStore store : List.of(texts, stories, articles)) {
      turned |= store.at(streamTimeMillis);
    }
    Memory known = turned ? null : memory;
    if (known == null) {
      memory = null; // what is read anew does not stand beside the old
      known = read();
      memory = known;
    }
    return known;
  }

  private Memory read() {
    long begun = System.nanoTime();
    StoredCopies knownTexts = new StoredCopies(texts, capacity);
    StoredStories knownStories = new StoredStories(stories, articles, capacity);
    LOG.info(
        "task {} read its copies and stories in {} ms",
        task,
        (System.nanoTime() - begun) / 1_000_000);
    return new Memory(knownTexts, knownStories, new Grouper(knownTexts, knownStories));
  }

  /** Writes what the grouper changed. */
  void keep() {
    if (memory != null) {
      memory.stories.keep();
    }
  }

  /** Forgets an erased article. */
  void forget(String uri, long streamTimeMillis) {
    Memory known = memory(streamTimeMillis);
    known.copies.forget(Words.hashOf(uri));
    known.stories.forget(uri);
  }

  /**
   * Counts one more partition that has forgotten an article.
   *
   * @param erasedMillis time of the erasure
   * @return how many have
   */
  int forgotten(String uri, long erasedMillis, long streamTimeMillis) {
    memory(streamTimeMillis);
    long erasure = Words.hashOf(uri) + 31 * erasedMillis;
    byte[] before = erasures.get(erasure);
    long count = 1 + (before == null ? 0 : ByteBuffer.wrap(before).getLong());
    erasures.put(erasure, ByteBuffer.allocate(Long.BYTES).putLong(count).array());
    return (int) count;
  }
}
