package io.dateline.ingest.run;

import io.dateline.ingest.fetch.PoliteFetcher;
import io.dateline.ingest.fetch.Validators;
import io.dateline.ingest.frontier.Lead;
import io.dateline.ingest.frontier.Mark;
import io.dateline.ingest.schedule.FeedRhythm;
import io.dateline.ingest.source.Feed;
import io.dateline.ingest.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is remembered of the feeds of a source between polls. */
final class FeedMemory {

  private final Source source;
  private final Map<String, State> states = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Integer>> shown = new ConcurrentHashMap<>();
  private final Map<String, Duration> delays = new ConcurrentHashMap<>();

  /**
   * One feed.
   *
   * @param validators for the next poll
   * @param polled the last poll that worked
   * @param rhythm how often it brings something
   * @param movedTo where it is asked for instead
   */
  record State(Validators validators, Instant polled, FeedRhythm rhythm, @Nullable String movedTo) {

    State at(@Nullable String address) {
      return new State(Validators.NONE, polled, rhythm, address);
    }
  }

  FeedMemory(Source source) {
    this.source = source;
  }

  State of(Feed feed, Instant now) {
    return states.computeIfAbsent(
        feed.url(), _ -> new State(Validators.NONE, now, FeedRhythm.start(source.poll()), null));
  }

  void put(Feed feed, State state) {
    states.put(feed.url(), state);
  }

  /** When a feed is first asked after a start: as if there had been no stop. */
  Instant resume(Feed feed, List<Mark> open, Instant now) {
    for (Mark mark : open) {
      if (mark instanceof Mark.FeedMark known && known.url().equals(feed.url())) {
        FeedRhythm learned = rhythm(known.meanGap());
        put(feed, new State(known.validators(), known.polled(), learned, known.movedTo()));
        delays.putAll(known.delays());
        Instant due = known.polled().plus(learned.interval());
        return due.isBefore(now) ? now : due;
      }
    }
    return now;
  }

  private FeedRhythm rhythm(@Nullable Duration meanGap) {
    return meanGap == null
        ? FeedRhythm.start(source.poll())
        : new FeedRhythm(source.poll().clamp(meanGap.dividedBy(2)), meanGap, 0, 0);
  }

  /** Pauses that hosts of the source asked for before. */
  Map<String, Duration> delays() {
    return new HashMap<>(delays);
  }

  /** Notes what the host of an address asks for now; whether that is news. */
  boolean noteDelay(String url, @Nullable Duration asked) {
    String host = PoliteFetcher.host(url);
    Duration before = asked == null ? delays.remove(host) : delays.put(host, asked);
    return asked == null ? before != null : !asked.equals(before);
  }

  /**
   * The pages whose entry the outlet changed since the last poll: looked at again at once. What
   * changed while nobody polled is found by the usual looks.
   */
  List<Lead> changed(Feed feed, List<Lead> leads, List<Lead> fresh) {
    Map<String, Integer> now =
        leads.stream().collect(Collectors.toMap(Lead::url, Lead::hashCode, (a, _) -> a));
    Map<String, Integer> before = shown.put(feed.url(), now);
    Set<String> looked = fresh.stream().map(Lead::url).collect(Collectors.toSet());
    return leads.stream()
        .filter(lead -> !looked.contains(lead.url()))
        .filter(lead -> isChanged(lead, before))
        .limit(FeedPoll.MAX_NEW)
        .toList();
  }

  /** A text that stands in the feed itself costs no request: it is compared after a start too. */
  private static boolean isChanged(Lead lead, @Nullable Map<String, Integer> before) {
    if (before == null) {
      return InFeed.is(lead.url());
    }
    Integer shown = before.get(lead.url());
    return shown != null && shown != lead.hashCode();
  }
}
