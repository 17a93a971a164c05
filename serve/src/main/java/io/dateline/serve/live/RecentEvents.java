package io.dateline.serve.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The newest events, kept so that a client that comes back needs no reader of its own. */
final class RecentEvents {

  /** Most events kept. */
  static final int MAX_EVENTS = 4_096;

  /** Most bytes of frames kept. */
  static final long MAX_BYTES = 16L * 1024 * 1024;

  private final ArrayDeque<LiveEvent> events = new ArrayDeque<>();
  private Positions start;
  private long bytes;

  RecentEvents(Positions start) {
    this.start = start;
  }

  void add(LiveEvent event) {
    events.add(event);
    bytes += event.frame().length;
    while (events.size() > MAX_EVENTS || (bytes > MAX_BYTES && events.size() > 1)) {
      LiveEvent oldest = events.remove();
      bytes -= oldest.frame().length;
      start = start.max(oldest.after());
    }
  }

  /** Everything at or behind these positions; empty when older events would be missing. */
  Optional<List<LiveEvent>> from(Positions positions) {
    if (!positions.covers(start)) {
      return Optional.empty();
    }
    List<LiveEvent> wanted = new ArrayList<>();
    for (LiveEvent event : events) {
      if (event.offset() >= positions.next().get(event.partition())) {
        wanted.add(event);
      }
    }
    return Optional.of(wanted);
  }
}
