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

  /**
   * The texts remembered under any of some keys of {@link Sketch}; under several, several times.
   */
  List<KnownText> under(int... keys);

  /** What was remembered last of an article, by the hash of its uri; null when nothing is. */
  @Nullable KnownText of(long article);

  /** Remembers a text under all its keys, and as the last version of its article. */
  void remember(KnownText text);
}
