package io.dateline.ingest.run;

import io.dateline.ingest.fetch.FetchRequest;
import io.dateline.ingest.fetch.FetchResult;
import io.dateline.ingest.fetch.Kind;
import io.dateline.ingest.fetch.Validators;
import io.dateline.ingest.frontier.Frontier;
import io.dateline.ingest.frontier.Lead;
import io.dateline.ingest.frontier.Mark;
import io.dateline.ingest.publish.Entry;
import io.dateline.ingest.publish.Ledger;
import io.dateline.ingest.schedule.FeedRhythm;
import io.dateline.ingest.source.Feed;
import io.dateline.ingest.source.Source;
import io.dateline.model.Reason;
import io.dateline.model.Rejection;
import io.dateline.model.Stage;
import io.dateline.runtime.outbound.PrivateHosts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the feeds of a source what is new. */
final class FeedPoll {

  private static final Logger LOG = LoggerFactory.getLogger(FeedPoll.class);

  /** Most new addresses taken from one poll; the rest comes with the next. */
  private static final int MAX_NEW = 1_000;

  private final Source source;
  private final Tools tools;
  private final Ledger ledger;
  private final Map<String, State> states = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Integer>> shown = new ConcurrentHashMap<>();

  private record State(Validators validators, Instant polled, FeedRhythm rhythm) {}

  FeedPoll(Source source, Tools tools, Ledger ledger) {
    this.source = source;
    this.tools = tools;
    this.ledger = ledger;
  }

  /** When a feed is first asked after a start: as if there had been no stop. */
  Instant firstDue(Feed feed, List<Mark> open, Instant now) {
    FeedRhythm rhythm = FeedRhythm.start(source.poll());
    for (Mark mark : open) {
      if (mark instanceof Mark.FeedMark known && known.url().equals(feed.url())) {
        FeedRhythm learned =
            known.meanGap() == null
                ? rhythm
                : new FeedRhythm(
                    source.poll().clamp(known.meanGap().dividedBy(2)), known.meanGap(), 0, 0);
        states.put(feed.url(), new State(known.validators(), known.polled(), learned));
        Instant due = known.polled().plus(learned.interval());
        return due.isBefore(now) ? now : due;
      }
    }
    return now;
  }

  List<Task> run(Task.Poll poll) throws InterruptedException {
    Feed feed = poll.feed();
    Instant now = tools.clock().instant();
    State state =
        states.computeIfAbsent(
            feed.url(), u -> new State(Validators.NONE, now, FeedRhythm.start(source.poll())));
    boolean full = state.rhythm().isFullDue() || state.validators().isEmpty();
    FetchRequest request = request(feed, full ? Validators.NONE : state.validators());
    FetchResult result = tools.fetcher().get(request);
    return switch (result) {
      case FetchResult.Fetched fetched -> read(poll, state, fetched, full);
      case FetchResult.NotModified same -> next(poll, state, same.validators(), 0, false);
      case FetchResult.Postponed postponed ->
          List.of(new Task.Poll(tools.clock().instant().plus(postponed.pause()), feed));
      case FetchResult.Failed failed -> failed(poll, state, failed.reason(), failed.detail());
      case FetchResult.Disallowed no -> failed(poll, state, Reason.DISALLOWED, no.detail());
      case FetchResult.Redirected lost ->
          failed(poll, state, Reason.REDIRECTS, "redirected to " + lost.location());
    };
  }

  private static Kind kind(Feed feed) {
    return switch (feed.kind()) {
      case AUTO -> Kind.FEED;
      case SITEMAP -> Kind.SITEMAP;
      case SECTION, PAGE -> Kind.PAGE;
      case WIRE -> throw new IllegalArgumentException(feed.url() + " is no web address");
    };
  }

  private List<Task> read(Task.Poll poll, State state, FetchResult.Fetched fetched, boolean full)
      throws InterruptedException {
    return switch (Leads.read(poll.feed(), fetched, source)) {
      case Leads.None none -> {
        reject(none, poll.feed().url());
        yield failed(poll, state, none.reason(), none.detail());
      }
      case Leads.Found found -> found(poll, state, fetched, full, found.leads());
      case Leads.Further further -> {
        List<Lead> leads = new ArrayList<>();
        for (String sitemap : further.sitemaps()) {
          leads.addAll(inner(sitemap));
        }
        yield found(poll, state, fetched, full, leads);
      }
    };
  }

  private List<Task> found(
      Task.Poll poll, State state, FetchResult.Fetched fetched, boolean full, List<Lead> leads)
      throws InterruptedException {
    List<Lead> fresh = note(poll.feed(), state, fetched, leads);
    List<Task> tasks = new ArrayList<>(next(poll, state, fetched.validators(), fresh.size(), full));
    Instant now = tools.clock().instant();
    fresh.forEach(lead -> tasks.add(new Task.Look(now, lead, 0)));
    changed(poll.feed(), leads, fresh).forEach(lead -> tasks.add(new Task.Look(now, lead, 0)));
    return tasks;
  }

  /**
   * The pages whose entry the outlet changed since the last poll: looked at again at once. What
   * changed while nobody polled is found by the usual looks.
   */
  private List<Lead> changed(Feed feed, List<Lead> leads, List<Lead> fresh) {
    Map<String, Integer> now =
        leads.stream().collect(Collectors.toMap(Lead::url, Lead::hashCode, (a, _) -> a));
    Map<String, Integer> before = shown.put(feed.url(), now);
    Set<String> looked = fresh.stream().map(Lead::url).collect(Collectors.toSet());
    return leads.stream()
        .filter(lead -> !looked.contains(lead.url()))
        .filter(lead -> isChanged(lead, before))
        .limit(MAX_NEW)
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

  /** The pages of one sitemap of an index; indexes inside indexes are not followed. */
  private List<Lead> inner(String sitemap) throws InterruptedException {
    Feed feed = new Feed(sitemap, Feed.Kind.SITEMAP);
    FetchResult result = tools.fetcher().get(request(feed, Validators.NONE));
    if (result instanceof FetchResult.Fetched fetched
        && Leads.read(feed, fetched, source) instanceof Leads.Found leads) {
      return leads.leads();
    }
    LOG.warn("source {}: sitemap {} gives nothing: {}", source.id(), sitemap, describe(result));
    return List.of();
  }

  private static String describe(FetchResult result) {
    return switch (result) {
      case FetchResult.Fetched fetched -> "not a sitemap of pages";
      case FetchResult.Failed failed -> failed.detail();
      case FetchResult.Disallowed no -> no.detail();
      case FetchResult.NotModified same -> "304";
      case FetchResult.Postponed postponed -> "the host asks to wait " + postponed.pause();
      case FetchResult.Redirected lost -> "redirected to " + lost.location();
    };
  }

  private FetchRequest request(Feed feed, Validators validators) {
    return new FetchRequest(
        feed.url(), kind(feed), validators, source.id(), new PrivateHosts(source.privateHosts()));
  }

  /** Remembers what is new, and the feed's validators with it, in one transaction. */
  private List<Lead> note(Feed feed, State state, FetchResult.Fetched fetched, List<Lead> leads)
      throws InterruptedException {
    Instant now = tools.clock().instant();
    List<Lead> fresh = new ArrayList<>();
    ledger.write(frontier -> {
      fresh.clear();
      fresh.addAll(unknown(leads, frontier));
      List<Mark> marks = new ArrayList<>();
      fresh.forEach(l -> marks.add(new Mark.WaitingMark(l.url(), source.id(), now, l)));
      boolean all = fresh.size() < MAX_NEW;
      marks.add(
          new Mark.FeedMark(
              feed.url(),
              source.id(),
              all ? fetched.validators() : Validators.NONE,
              now,
              state.rhythm().meanGap()));
      return Entry.noted(marks);
    });
    return fresh;
  }

  private static List<Lead> unknown(List<Lead> leads, Frontier frontier) {
    return leads.stream().filter(l -> frontier.get(l.url()) == null).limit(MAX_NEW).toList();
  }

  private List<Task> next(
      Task.Poll poll, State state, Validators validators, int fresh, boolean full) {
    Instant now = tools.clock().instant();
    Duration elapsed = Duration.between(state.polled(), now);
    FeedRhythm rhythm = state.rhythm().afterPoll(fresh, elapsed, full, source.poll());
    states.put(poll.feed().url(), new State(validators, now, rhythm));
    tools.book().note(source.id(), v -> v.polled(fresh, now));
    return List.of(new Task.Poll(now.plus(rhythm.interval()), poll.feed()));
  }

  private List<Task> failed(Task.Poll poll, State state, Reason reason, String detail) {
    Instant now = tools.clock().instant();
    FeedRhythm rhythm = state.rhythm().afterFailure(source.poll());
    if (state.rhythm().failures() == 0) {
      LOG.info("source {}: feed failed, {}: {}", source.id(), reason.id(), detail);
    }
    states.put(poll.feed().url(), new State(state.validators(), state.polled(), rhythm));
    tools.book().note(source.id(), v -> v.failed(reason));
    return List.of(new Task.Poll(now.plus(rhythm.interval()), poll.feed()));
  }

  private void reject(Leads.None bad, @Nullable String url) throws InterruptedException {
    String subject = url == null ? source.id().value() : url;
    Rejection rejection =
        Rejection.of(Stage.FETCH, bad.reason(), bad.detail(), subject)
            .from(subject, source.id(), tools.clock().instant());
    ledger.write(frontier -> Entry.rejected(rejection, List.of()));
  }
}
