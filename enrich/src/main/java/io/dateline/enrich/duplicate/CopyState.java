package io.dateline.enrich.duplicate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of the texts seen. Implementations are bounded in size or time and forget the
 * oldest first; forgetting can only make a copy look like a first.
 */
public interface CopyState {

  /** Most texts kept under one key; the newest are kept. */
  int MAX_PER_KEY = 8;

  /** The texts remembered under a key of {@link Sketch}, oldest first. */
  List<KnownText> under(int key);

  /** What was remembered last of an article; null when nothing is. */
  @Nullable KnownText of(String uri);

  /**
   * Remembers a text under all its keys, in place of an earlier version of the same article.
   *
   * @param text what to remember
   * @param at when the line saw it, epoch milliseconds
   */
  void remember(KnownText text, long at);
}
