package io.dateline.enrich.streaming;

import io.dateline.enrich.duplicate.Words;
import io.dateline.enrich.story.MemoryStoryState;
import io.dateline.enrich.story.Story;
import io.dateline.enrich.story.StoryState;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of stories: one store has the stories, another for each article where it was put
 * and what it changed. Terms and their counts are held in memory, built from these two at the
 * start. Kept in stores of their own, they were some hundred changelog records an article.
 *
 * <p>What an article changed is written when {@link #keep()} is called.
 */
final class StoredStories implements StoryState {

  private final SlicedStore stories;
  private final SlicedStore articles;
  private final MemoryStoryState held;
  private final Map<Long, Story> changed = new LinkedHashMap<>();
  private StoryChange change = new StoryChange();
  private long next;

  /**
   * Reads what the stores have.
   *
   * @param capacity most stories and most articles held, the newest
   */
  StoredStories(SlicedStore stories, SlicedStore articles, int capacity) {
    this.stories = stories;
    this.articles = articles;
    held = new MemoryStoryState(capacity);
    TreeMap<Long, Story> told = new TreeMap<>();
    for (byte[] bytes : stories.newest(capacity)) {
      next = Math.max(next, StoryChange.number(bytes) + 1);
      Story story = read(bytes);
      held.save(story);
      if (isTold(story)) {
        told.put(StoryChange.number(bytes), story);
      }
    }
    for (byte[] bytes : articles.newest(capacity)) {
      long number = StoryChange.number(bytes);
      next = Math.max(next, number + 1);
      while (!told.isEmpty() && told.firstKey() < number) {
        lead(told.pollFirstEntry().getValue());
      }
      StoryChange.apply(bytes, held);
    }
    told.values().forEach(this::lead);
  }

  private void lead(Story told) {
    for (int key : told.links().keys()) {
      held.index(key, told.id());
    }
  }

  /** A story of another partition: what leads to it are its links, and no article of here. */
  private static boolean isTold(Story story) {
    return story.terms().size() == 0 && story.into() == 0;
  }

  @Override
  public int[][] under(int... terms) {
    return held.under(terms);
  }

  @Override
  public int[][] underOthers(int[] terms, int language) {
    return held.underOthers(terms, language);
  }

  @Override
  public @Nullable Story at(int place) {
    return held.at(place);
  }

  @Override
  public float peakAt(int place) {
    return held.peakAt(place);
  }

  @Override
  public void peakAt(int place, float share) {
    held.peakAt(place, share);
  }

  @Override
  public long lastSeenAt(int place) {
    return held.lastSeenAt(place);
  }

  @Override
  public int storiesWith(int term) {
    return held.storiesWith(term);
  }

  @Override
  public void count(int term) {
    held.count(term);
    change.count(term);
  }

  @Override
  public @Nullable Story story(long id) {
    Story known = id == 0 ? null : held.story(id);
    if (known != null || id == 0) {
      return known;
    }
    byte[] bytes = stories.get(id);
    return bytes == null ? null : read(bytes);
  }

  @Override
  public void save(Story story) {
    held.save(story);
    changed.put(story.id(), story);
  }

  @Override
  public void index(int term, long story) {
    held.index(term, story);
    change.index(term, story);
  }

  @Override
  public long storyOf(String uri) {
    long known = held.storyOf(uri);
    if (known != 0) {
      return known;
    }
    byte[] bytes = articles.get(Words.hashOf(uri));
    return bytes == null ? 0 : StoryChange.story(bytes);
  }

  @Override
  public void assign(String uri, long story) {
    held.assign(uri, story);
    change.assign(Words.hashOf(uri), story);
  }

  /**
   * Writes what changed since it was called last: each changed story once, and one entry of the
   * article. What leads to a story that was told is in the story.
   */
  void keep() {
    boolean told =
        !change.isOfArticle() && changed.values().stream().allMatch(StoredStories::isTold);
    changed.values().forEach(story -> stories.put(story.id(), write(story, next++)));
    changed.clear();
    if (told) {
      change = new StoryChange();
    } else if (!change.isEmpty()) {
      articles.put(change.keyOr(Words.mix(next)), change.write(next++));
      change = new StoryChange();
    }
  }

  /** Forgets where an article was put, and what it changed. */
  void forget(String uri) {
    held.assign(uri, 0);
    articles.remove(Words.hashOf(uri));
  }

  private static byte[] write(Story story, long number) {
    byte[] bytes = StoryCodec.write(story);
    return ByteBuffer.allocate(Long.BYTES + bytes.length).putLong(number).put(bytes).array();
  }

  private static Story read(byte[] bytes) {
    return StoryCodec.read(java.util.Arrays.copyOfRange(bytes, Long.BYTES, bytes.length));
  }
}
