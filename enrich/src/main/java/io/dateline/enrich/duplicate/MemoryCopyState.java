package io.dateline.enrich.duplicate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers a bounded number of texts in memory. */
public final class MemoryCopyState implements CopyState {

  private final int capacity;
  private final Map<String, KnownText> texts = new LinkedHashMap<>();
  private final Map<Integer, ArrayDeque<String>> keys = new HashMap<>();

  /**
   * An empty memory.
   *
   * @param capacity most texts kept; the oldest are forgotten first
   */
  public MemoryCopyState(int capacity) {
    this.capacity = capacity;
  }

  @Override
  public List<KnownText> under(int key) {
    List<KnownText> found = new ArrayList<>();
    for (String uri : keys.getOrDefault(key, new ArrayDeque<>())) {
      KnownText text = texts.get(uri);
      if (text != null) {
        found.add(text);
      }
    }
    return found;
  }

  @Override
  public @Nullable KnownText of(String uri) {
    return texts.get(uri);
  }

  @Override
  public void remember(KnownText text, long at) {
    texts.put(text.uri(), text);
    for (int i = 0; i < text.sketch().keyCount(); i++) {
      var under = keys.computeIfAbsent(text.sketch().hashes()[i], k -> new ArrayDeque<>());
      under.remove(text.uri());
      under.addLast(text.uri());
      if (under.size() > MAX_PER_KEY) {
        under.removeFirst();
      }
    }
    if (texts.size() > capacity) {
      texts.remove(texts.keySet().iterator().next());
    }
  }
}
