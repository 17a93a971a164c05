package io.dateline.ingest.backfill;

import io.dateline.ingest.publish.Entry;
import java.util.List;

/**
 * What became of the pages: {@code pages = published + unchanged + rejected}.
 *
 * @param pages response records read, and broken ones
 * @param published new versions
 * @param unchanged known before, or older than what is known
 * @param rejected with their reasons on the rejected channel
 */
public record BackfillReport(long pages, long published, long unchanged, long rejected) {

  /** Nothing yet. */
  public static final BackfillReport EMPTY = new BackfillReport(0, 0, 0, 0);

  BackfillReport plus(List<Entry> entries) {
    long out = count(entries, Entry.Outcome.PUBLISHED);
    long same = count(entries, Entry.Outcome.UNCHANGED);
    long lost = count(entries, Entry.Outcome.REJECTED);
    return new BackfillReport(
        pages + entries.size(), published + out, unchanged + same, rejected + lost);
  }

  private static long count(List<Entry> entries, Entry.Outcome outcome) {
    return entries.stream().filter(e -> e.outcome() == outcome).count();
  }
}
