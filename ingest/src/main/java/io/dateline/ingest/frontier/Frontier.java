package io.dateline.ingest.frontier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All marks of one partition, in memory: those with work left as they are, the others in 32 bytes
 * each. Not thread-safe: its ledger guards it by its lock.
 */
public final class Frontier {

  private final Map<String, Mark> open = new HashMap<>();
  private final SettledTable settled = new SettledTable();

  /**
   * What is known of an address. Of a page that is done with, source and uri are not kept and the
   * hash is cut: compare with {@link #isSameHash}.
   */
  public @Nullable Mark get(String url) {
    Mark mark = open.get(url);
    return mark != null ? mark : settled.get(url);
  }

  /** Whether a content hash is the one a mark remembers, perhaps cut. */
  public static boolean isSameHash(@Nullable String hash, @Nullable String remembered) {
    return hash != null
        && remembered != null
        && !remembered.isEmpty()
        && hash.startsWith(remembered);
  }

  /** Remembers a mark in place of the one before. */
  public void put(Mark mark) {
    if (mark instanceof Mark.PageMark page && page.revisit() == null) {
      open.remove(mark.url());
      settled.put(page);
    } else {
      settled.remove(mark.url());
      open.put(mark.url(), mark);
    }
  }

  /** Forgets an address. */
  public void remove(String url) {
    open.remove(url);
    settled.remove(url);
  }

  /** Addresses known. */
  public int size() {
    return open.size() + settled.size();
  }

  /** Marks with work left: feeds, waiting pages, pages still revisited. */
  public List<Mark> open() {
    return new ArrayList<>(open.values());
  }
}
