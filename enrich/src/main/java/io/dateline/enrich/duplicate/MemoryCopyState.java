package io.dateline.enrich.duplicate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Remembers a bounded number of texts in memory; the oldest are forgotten first. */
public final class MemoryCopyState implements CopyState {

  private final @Nullable KnownText[] texts;
  private final SlotIndex keys;
  private final SlotIndex articles;
  private int next;

  /**
   * An empty memory.
   *
   * @param capacity most texts kept
   */
  public MemoryCopyState(int capacity) {
    texts = new KnownText[capacity];
    keys = new SlotIndex((long) capacity * Sketch.MAX_KEYS, MAX_PER_KEY);
    articles = new SlotIndex(capacity * 2L, MAX_PER_KEY);
  }

  @Override
  public List<KnownText> under(int... some) {
    List<KnownText> found = new ArrayList<>();
    for (int[] slots : keys.under(some)) {
      for (int slot : slots) {
        KnownText text = texts[slot];
        if (text != null) {
          found.add(text);
        }
      }
    }
    return found;
  }

  @Override
  public @Nullable KnownText of(long article) {
    for (int slot : articles.under((int) (article >>> 32))) {
      KnownText text = texts[slot];
      if (text != null && text.article() == article) {
        return text;
      }
    }
    return null;
  }

  /** Forgets all versions of an article that are remembered. */
  public void forget(long article) {
    for (int slot : articles.under((int) (article >>> 32))) {
      KnownText text = texts[slot];
      if (text != null && text.article() == article) {
        texts[slot] = null;
      }
    }
  }

  @Override
  public void remember(KnownText text) {
    texts[next] = text;
    articles.add((int) (text.article() >>> 32), next);
    for (int key : text.sketch().keys()) {
      keys.add(key, next);
    }
    next = (next + 1) % texts.length;
  }
}
