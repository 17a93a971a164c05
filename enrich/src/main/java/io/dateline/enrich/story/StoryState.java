package io.dateline.enrich.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of the stories that are still open. Implementations are bounded in size or
 * time and forget the stories that have been quiet longest.
 */
public interface StoryState {

  /** Most stories kept under one term; the newest are kept. */
  int MAX_PER_TERM = 48;

  /** Ids of the stories that a term may lead to, oldest first. */
  List<String> under(int term);

  /** How many stories a term was ever entered for. */
  int storiesWith(int term);

  /** How many stories there ever were. */
  int stories();

  /** The story of that id; null when it is forgotten. */
  @Nullable Story story(String id);

  /** The story an article was put into; null when it is forgotten or was never seen. */
  @Nullable String storyOf(String uri);

  /** Remembers where an article was put. */
  void assign(String uri, String story, long at);

  /** Keeps a new or changed story. */
  void save(Story story, Terms added);
}
