package io.dateline.serve.watch;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was caught so far: so that a later version goes to the watches that caught an earlier one,
 * and a watch that wants each text once gets the first of its copies only. The oldest are
 * forgotten. Thread-safe.
 */
final class Caught {

  /** Articles and copy groups remembered, each. */
  static final int MAX_REMEMBERED = 200_000;

  private final Map<UUID, Set<String>> watchesOf = bounded();
  private final Map<String, UUID> firstOf = bounded();

  private static <K, V> Map<K, V> bounded() {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > MAX_REMEMBERED;
      }
    };
  }

  synchronized void add(String watch, UUID article, @Nullable String copyGroup) {
    watchesOf.computeIfAbsent(article, id -> new LinkedHashSet<>(2)).add(watch);
    if (copyGroup != null) {
      firstOf.putIfAbsent(watch + " " + copyGroup, article);
    }
  }

  /** An article was erased, and a watch was told. */
  synchronized void forget(String watch, UUID article) {
    Set<String> left = watchesOf.get(article);
    if (left != null && left.remove(watch) && left.isEmpty()) {
      watchesOf.remove(article);
    }
  }

  /** The watches that caught a version of an article. */
  synchronized Set<String> watchesOf(UUID article) {
    return Set.copyOf(watchesOf.getOrDefault(article, Set.of()));
  }

  /** Whether a watch caught another article of a copy group. */
  synchronized boolean isRepeat(String watch, UUID article, @Nullable String copyGroup) {
    UUID first = copyGroup == null ? null : firstOf.get(watch + " " + copyGroup);
    return first != null && !first.equals(article);
  }
}
