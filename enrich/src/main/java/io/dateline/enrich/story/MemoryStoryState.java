package io.dateline.enrich.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers a bounded number of stories in memory. */
public final class MemoryStoryState implements StoryState {

  private final int capacity;
  private final Map<String, Story> stories = new LinkedHashMap<>();
  private final Map<String, String> assigned = new LinkedHashMap<>();
  private final Map<Integer, ArrayDeque<String>> terms = new HashMap<>();
  private final Map<Integer, Integer> counts = new HashMap<>();
  private int total;

  /**
   * An empty memory.
   *
   * @param capacity most stories and most articles kept
   */
  public MemoryStoryState(int capacity) {
    this.capacity = capacity;
  }

  @Override
  public List<String> under(int term) {
    var ids = terms.get(term);
    return ids == null ? List.of() : new ArrayList<>(ids);
  }

  @Override
  public int storiesWith(int term) {
    return counts.getOrDefault(term, 0);
  }

  @Override
  public int stories() {
    return total;
  }

  @Override
  public @Nullable Story story(String id) {
    return stories.get(id);
  }

  @Override
  public @Nullable String storyOf(String uri) {
    return assigned.get(uri);
  }

  @Override
  public void assign(String uri, String story, long at) {
    assigned.put(uri, story);
    if (assigned.size() > capacity) {
      assigned.remove(assigned.keySet().iterator().next());
    }
  }

  @Override
  public void save(Story story, Terms added) {
    Story before = stories.remove(story.id());
    stories.put(story.id(), story);
    total += before == null ? 1 : 0;
    if (stories.size() > capacity) {
      stories.remove(stories.keySet().iterator().next());
    }
    for (int key : added.keys()) {
      var ids = terms.computeIfAbsent(key, k -> new ArrayDeque<>());
      if (!ids.remove(story.id())) {
        counts.merge(key, 1, Integer::sum);
      }
      ids.addLast(story.id());
      if (ids.size() > MAX_PER_TERM) {
        ids.removeFirst();
      }
    }
  }
}
