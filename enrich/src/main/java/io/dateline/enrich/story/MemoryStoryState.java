package io.dateline.enrich.story;

import io.dateline.enrich.duplicate.SlotIndex;
import io.dateline.enrich.duplicate.Words;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Remembers a bounded number of stories and articles in memory. When it is full, the story that was
 * founded first and has not changed since it was last looked at is forgotten (second chance).
 */
public final class MemoryStoryState implements StoryState {

  private static final int TERMS_PER_STORY = 16;

  /** An index entry is a place with the number of its story's language in the bits above. */
  private static final int PLACE_BITS = 24;

  /** Most stories and articles that can be kept. */
  static final int MAX_CAPACITY = (1 << PLACE_BITS) - 1;

  /** The highest number of a language: of those that share it none is left out. */
  private static final int LATE = (1 << (Integer.SIZE - PLACE_BITS)) - 1;

  private static final long MINUTE = 60_000;

  /** Of a story that was merged: the other one may be seen again. */
  private static final int NEVER_OLD = Integer.MAX_VALUE;

  private final @Nullable Story[] stories;

  /** The languages' keys by their numbers; 0 where none is. */
  private final int[] languages = new int[LATE];

  /** Of each story its peak as a float, and in the lower half the minute it was seen last. */
  private final long[] marks;

  private final boolean[] touched;
  private final long[] articles;
  private final long[] articleStories;
  private final SlotIndex terms;
  private final SlotIndex ids;
  private final SlotIndex uris;
  private final int[] counts = new int[COUNT_BUCKETS];
  private int hand;
  private int nextArticle;

  /**
   * An empty memory.
   *
   * @param capacity most stories and most articles kept
   */
  public MemoryStoryState(int capacity) {
    stories = new Story[capacity];
    marks = new long[capacity];
    touched = new boolean[capacity];
    articles = new long[capacity];
    articleStories = new long[capacity];
    terms = new SlotIndex((long) capacity * TERMS_PER_STORY, MAX_PER_TERM);
    ids = new SlotIndex(capacity * 2L, 8);
    uris = new SlotIndex(capacity * 2L, 8);
  }

  @Override
  public int[][] under(int... keys) {
    return without(LATE + 1, keys);
  }

  @Override
  public int[][] underOthers(int[] keys, int language) {
    int own = numberOf(language);
    return without(own == LATE ? LATE + 1 : own, keys);
  }

  private int[][] without(int language, int[] keys) {
    int[][] found = terms.under(keys);
    for (int i = 0; i < found.length; i++) {
      int size = 0;
      for (int entry : found[i]) {
        if (entry >>> PLACE_BITS != language) {
          found[i][size++] = entry & MAX_CAPACITY;
        }
      }
      found[i] = size == found[i].length ? found[i] : Arrays.copyOf(found[i], size);
    }
    return found;
  }

  /** Languages are numbered as they come; those that come too late share the last number. */
  private int numberOf(int language) {
    int number = 0;
    while (number < LATE && languages[number] != 0 && languages[number] != language) {
      number++;
    }
    if (number < LATE) {
      languages[number] = language;
    }
    return number;
  }

  @Override
  public @Nullable Story at(int place) {
    return stories[place];
  }

  @Override
  public float peakAt(int place) {
    return Float.intBitsToFloat((int) (marks[place] >>> 32));
  }

  @Override
  public void peakAt(int place, float share) {
    mark(place, share, (int) marks[place]);
  }

  @Override
  public long lastSeenAt(int place) {
    return ((int) marks[place] + 1L) * MINUTE;
  }

  private void mark(int place, float peak, int minute) {
    marks[place] = (long) Float.floatToRawIntBits(peak) << 32 | (minute & 0xffff_ffffL);
  }

  @Override
  public int storiesWith(int term) {
    return counts[StoryState.bucket(term)];
  }

  @Override
  public void count(int term) {
    counts[StoryState.bucket(term)]++;
  }

  @Override
  public @Nullable Story story(long id) {
    int slot = slotOf(id);
    return slot < 0 ? null : stories[slot];
  }

  private int slotOf(long id) {
    for (int slot : ids.under((int) (id >>> 32))) {
      Story story = stories[slot];
      if (story != null && story.id() == id) {
        return slot;
      }
    }
    return -1;
  }

  @Override
  public void save(Story story) {
    int slot = slotOf(story.id());
    if (slot < 0) {
      slot = freeSlot();
      ids.add((int) (story.id() >>> 32), slot);
    } else {
      touched[slot] = true;
    }
    Story before = stories[slot];
    boolean changed = before == null || !before.terms().equals(story.terms());
    long minute = story.into() == 0 ? Math.floorDiv(story.lastSeen(), MINUTE) : NEVER_OLD;
    mark(slot, changed ? 0 : peakAt(slot), (int) Math.min(minute, NEVER_OLD));
    stories[slot] = story;
  }

  private int freeSlot() {
    while (touched[hand]) {
      touched[hand] = false;
      hand = (hand + 1) % stories.length;
    }
    int slot = hand;
    hand = (hand + 1) % stories.length;
    return slot;
  }

  @Override
  public void index(int term, long story) {
    int slot = slotOf(story);
    Story known = slot < 0 ? null : stories[slot];
    if (known != null) {
      terms.add(term, numberOf(known.language()) << PLACE_BITS | slot);
    }
  }

  @Override
  public long storyOf(String uri) {
    long hash = Words.hashOf(uri);
    for (int slot : uris.under((int) (hash >>> 32))) {
      if (articles[slot] == hash) {
        return articleStories[slot];
      }
    }
    return 0;
  }

  @Override
  public void assign(String uri, long story) {
    long hash = Words.hashOf(uri);
    articles[nextArticle] = hash;
    articleStories[nextArticle] = story;
    uris.add((int) (hash >>> 32), nextArticle);
    nextArticle = (nextArticle + 1) % articles.length;
  }
}
