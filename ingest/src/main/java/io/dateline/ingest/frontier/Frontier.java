package io.dateline.ingest.frontier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All marks of one partition, in memory. Not thread-safe: its ledger guards it. */
public final class Frontier {

  private final Map<String, Mark> marks = new HashMap<>();

  /** What is known of an address. */
  public @Nullable Mark get(String url) {
    return marks.get(url);
  }

  /** Remembers a mark in place of the one before. */
  public void put(Mark mark) {
    marks.put(mark.url(), mark);
  }

  /** Forgets an address. */
  public void remove(String url) {
    marks.remove(url);
  }

  /** Addresses known. */
  public int size() {
    return marks.size();
  }

  /** Marks with work left: feeds, waiting pages, pages still revisited. */
  public List<Mark> open() {
    List<Mark> open = new ArrayList<>();
    for (Mark mark : marks.values()) {
      boolean settled = mark instanceof Mark.PageMark page && page.revisit() == null;
      if (!settled) {
        open.add(mark);
      }
    }
    return open;
  }
}
