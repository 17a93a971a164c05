package io.dateline.enrich.streaming;

import io.dateline.enrich.duplicate.Words;
import io.dateline.enrich.story.Story;
import io.dateline.enrich.story.StoryState;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What is known of stories, in the topology's stores. The counts of terms are read at every term of
 * every article: they are also held in an array (4 MiB), filled from their store at the start.
 */
final class StoredStories implements StoryState {

  private final SlicedStore<Long> stories;
  private final SlicedStore<Integer> terms;
  private final SlicedStore<Long> articles;
  private final KeyValueStore<Integer, Integer> counts;
  private final int[] held = new int[COUNT_BUCKETS];

  StoredStories(
      SlicedStore<Long> stories,
      SlicedStore<Integer> terms,
      SlicedStore<Long> articles,
      KeyValueStore<Integer, Integer> counts) {
    this.stories = stories;
    this.terms = terms;
    this.articles = articles;
    this.counts = counts;
    try (KeyValueIterator<Integer, Integer> all = counts.all()) {
      all.forEachRemaining(entry -> held[entry.key] = entry.value);
    }
  }

  @Override
  public long[] under(int term) {
    return Longs.read(terms.get(term));
  }

  @Override
  public int storiesWith(int term) {
    return held[StoryState.bucket(term)];
  }

  @Override
  public void count(int term) {
    int bucket = StoryState.bucket(term);
    held[bucket]++;
    counts.put(bucket, held[bucket]);
  }

  @Override
  public @Nullable Story story(long id) {
    byte[] bytes = id == 0 ? null : stories.get(id);
    return bytes == null ? null : StoryCodec.read(bytes);
  }

  @Override
  public void save(Story story) {
    stories.put(story.id(), StoryCodec.write(story));
  }

  @Override
  public void index(int term, long story) {
    terms.put(term, Longs.withFirst(terms.get(term), story, MAX_PER_TERM));
  }

  @Override
  public long storyOf(String uri) {
    long[] found = Longs.read(articles.get(Words.hashOf(uri)));
    return found.length == 0 ? 0 : found[0];
  }

  @Override
  public void assign(String uri, long story) {
    articles.put(Words.hashOf(uri), Longs.withFirst(null, story, 1));
  }

  /** Forgets where an article was put. */
  void forget(String uri) {
    articles.remove(Words.hashOf(uri));
  }
}
