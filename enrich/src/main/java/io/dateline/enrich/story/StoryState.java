package io.dateline.enrich.story;

import org.jspecify.annotations.Nullable;

/**
 * What is remembered of the stories that are still open. Implementations are bounded in size or
 * time and forget the stories that have been quiet longest; forgetting can only found a story anew.
 */
public interface StoryState {

  /** Most stories kept under one term; those changed last are kept. */
  int MAX_PER_TERM = 16;

  /** Most merges followed from one story to the next. */
  int MAX_MERGES = 8;

  /** Terms are counted in so many buckets; two terms of one bucket are counted together. */
  int COUNT_BUCKETS = 1 << 20;

  /** For each of some terms the places of the stories it leads to, those indexed last first. */
  int[][] under(int... terms);

  /** The same without those that were stories of a language when they were indexed. */
  int[][] underOthers(int[] terms, int language);

  /** How many stories were counted for a term (or another term of its bucket). */
  int storiesWith(int term);

  /** Counts one more story for a term. */
  void count(int term);

  /** The story at a place that {@link #under} named; null when none is there any more. */
  @Nullable Story at(int place);

  /** What {@link #peakAt(int, float)} was told since the terms there changed; 0 when nothing. */
  float peakAt(int place);

  /** Notes the share of the strongest term in the square of a story's length, above 0 to 1. */
  void peakAt(int place, float share);

  /**
   * When the story there was seen last or up to a minute later, epoch milliseconds; far in the
   * future when it was merged into another.
   */
  long lastSeenAt(int place);

  /** The story of that id; null when it is forgotten. */
  @Nullable Story story(long id);

  /** The story at a place, or the one it was merged into; null when it is forgotten. */
  default @Nullable Story openAt(int place) {
    Story story = at(place);
    return story == null || story.into() == 0 ? story : open(story.into());
  }

  /** The story of that id, or the one it was merged into; null when it is forgotten. */
  default @Nullable Story open(long id) {
    Story story = story(id);
    for (int hop = 0; story != null && story.into() != 0 && hop < MAX_MERGES; hop++) {
      story = story(story.into());
    }
    return story;
  }

  /** Keeps a new or changed story. */
  void save(Story story);

  /** Makes a term lead to a story. */
  void index(int term, long story);

  /** The story an article was put into; 0 when it is forgotten or was never seen. */
  long storyOf(String uri);

  /** Remembers where an article was put. */
  void assign(String uri, long story);

  /** The bucket a term is counted in. */
  static int bucket(int term) {
    return (term * 0x9e3779b9) >>> 12;
  }
}
