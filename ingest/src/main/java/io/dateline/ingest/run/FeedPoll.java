package io.dateline.ingest.run;

import io.dateline.ingest.fetch.FetchResult;
import io.dateline.ingest.fetch.PoliteFetcher;
import io.dateline.ingest.fetch.Validators;
import io.dateline.ingest.frontier.Frontier;
import io.dateline.ingest.frontier.Lead;
import io.dateline.ingest.frontier.Mark;
import io.dateline.ingest.publish.Entry;
import io.dateline.ingest.publish.Ledger;
import io.dateline.ingest.schedule.FeedRhythm;
import io.dateline.ingest.source.Feed;
import io.dateline.ingest.source.Source;
import io.dateline.ingest.url.Urls;
import io.dateline.model.Reason;
import io.dateline.model.Rejection;
import io.dateline.model.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the feeds of a source what is new. */
final class FeedPoll {

  private static final Logger LOG = LoggerFactory.getLogger(FeedPoll.class);

  /** Most new addresses taken from one poll; the rest comes with the next. */
  static final int MAX_NEW = 1_000;

  /** Failures in a row after which a feed that moved is looked for at its old address again. */
  private static final int MAX_MOVED_FAILURES = 3;

  private final Source source;
  private final Tools tools;
  private final Ledger ledger;
  private final FeedMemory memory;
  private final FeedFetch asking;
  private final HubFeed hubs;

  FeedPoll(Source source, Tools tools, Ledger ledger, HubFeed.Inbox inbox) {
    this.source = source;
    this.tools = tools;
    this.ledger = ledger;
    memory = new FeedMemory(source);
    asking = new FeedFetch(source, tools.fetcher());
    hubs = new HubFeed(source, tools, inbox);
  }

  /** When a feed is first asked after a start: as if there had been no stop. */
  Instant firstDue(Feed feed, List<Mark> open, Instant now) {
    Instant due = memory.resume(feed, open, now);
    memory.delays().forEach(tools.fetcher()::remember);
    return due;
  }

  List<Task> run(Task.Poll poll) throws InterruptedException {
    Feed feed = poll.feed();
    FeedMemory.State state = memory.of(feed, tools.clock().instant());
    boolean full = state.rhythm().isFullDue() || state.validators().isEmpty();
    String address = state.movedTo() == null ? feed.url() : state.movedTo();
    FetchResult result = asking.get(address, feed, full ? Validators.NONE : state.validators());
    boolean delay = memory.noteDelay(address, tools.fetcher().crawlDelay(address));
    return switch (result) {
      case FetchResult.Fetched fetched -> read(poll, moved(feed, state, fetched), fetched, full);
      case FetchResult.NotModified same -> {
        if (delay) {
          ledger.write(frontier -> Entry.noted(List.of(mark(feed, state, same.validators()))));
        }
        yield next(poll, state, same.validators(), 0, false);
      }
      case FetchResult.Postponed postponed ->
          List.of(new Task.Poll(tools.clock().instant().plus(postponed.pause()), feed));
      case FetchResult.Failed failed -> failed(poll, state, failed.reason(), failed.detail());
      case FetchResult.Disallowed no when no.retry() != null -> // its robots.txt cannot be had
          failed(poll, state, Reason.UNREACHABLE, no.detail());
      case FetchResult.Disallowed no -> failed(poll, state, Reason.DISALLOWED, no.detail());
      case FetchResult.Redirected lost ->
          failed(poll, state, Reason.REDIRECTS, "redirected to " + lost.location());
    };
  }

  /** A permanent redirect moves the feed: it is asked for there from now on. */
  private FeedMemory.State moved(Feed feed, FeedMemory.State state, FetchResult.Fetched fetched) {
    String to = fetched.movedTo();
    if (to == null) {
      return state;
    }
    LOG.info("source {}: feed {} has moved to {}", source.id(), feed.url(), to);
    FeedMemory.State moved = state.at(to.equals(feed.url()) ? null : to);
    memory.put(feed, moved);
    return moved;
  }

  private List<Task> read(
      Task.Poll poll, FeedMemory.State state, FetchResult.Fetched fetched, boolean full)
      throws InterruptedException {
    return switch (Leads.read(poll.feed(), fetched, trusting(state))) {
      case Leads.None none -> {
        reject(none, poll.feed().url());
        yield failed(poll, state, none.reason(), none.detail());
      }
      case Leads.Found found -> {
        hubs.found(poll.feed(), fetched, found);
        yield found(poll, state, fetched, full, found.leads());
      }
      case Leads.Further further -> {
        List<Lead> leads = new ArrayList<>();
        for (String sitemap : further.sitemaps()) {
          leads.addAll(asking.sitemap(sitemap));
        }
        yield found(poll, state, fetched, full, leads);
      }
    };
  }

  /** A feed that moved for good may bring the articles of its new site. */
  private Source trusting(FeedMemory.State state) {
    String site = state.movedTo() == null ? null : Urls.site(state.movedTo());
    return site == null ? source : source.withHost(site);
  }

  private List<Task> found(
      Task.Poll poll,
      FeedMemory.State state,
      FetchResult.Fetched fetched,
      boolean full,
      List<Lead> leads)
      throws InterruptedException {
    noteDelays(leads);
    List<Lead> fresh = note(poll.feed(), state, fetched, leads);
    Validators seen = validators(fetched, fresh);
    List<Task> tasks = new ArrayList<>(next(poll, state, seen, fresh.size(), full));
    Instant now = tools.clock().instant();
    fresh.forEach(lead -> tasks.add(new Task.Look(now, lead, 0)));
    memory
        .changed(poll.feed(), leads, fresh)
        .forEach(lead -> tasks.add(new Task.Look(now, lead, 0)));
    return tasks;
  }

  /** A feed document that a hub delivered: read like one that was asked for. */
  List<Task> pushed(Task.Pushed pushed) throws InterruptedException {
    Feed feed = pushed.feed();
    Instant now = tools.clock().instant();
    FeedMemory.State state = memory.of(feed, now);
    FetchResult.Fetched fetched = HubFeed.fetched(pushed, state);
    Leads leads = Leads.read(feed, fetched, trusting(state));
    if (leads instanceof Leads.None none) {
      reject(none, feed.url());
    }
    if (!(leads instanceof Leads.Found found)) {
      return List.of();
    }
    List<Lead> fresh = note(feed, state, fetched, found.leads());
    tools.book().note(source.id(), v -> v.polled(fresh.size(), now));
    return fresh.stream().map(lead -> (Task) new Task.Look(now, lead, 0)).toList();
  }

  private void noteDelays(List<Lead> leads) {
    Map<String, String> hosts = new LinkedHashMap<>();
    for (Lead lead : leads) {
      if (!InFeed.is(lead.url())) {
        hosts.putIfAbsent(PoliteFetcher.host(lead.url()), lead.url());
      }
    }
    hosts.values().forEach(url -> memory.noteDelay(url, tools.fetcher().crawlDelay(url)));
  }

  /** Remembers what is new, and the feed's validators with it, in one transaction. */
  private List<Lead> note(
      Feed feed, FeedMemory.State state, FetchResult.Fetched fetched, List<Lead> leads)
      throws InterruptedException {
    Instant now = tools.clock().instant();
    List<Lead> fresh = new ArrayList<>();
    ledger.write(frontier -> {
      fresh.clear();
      fresh.addAll(unknown(leads, frontier));
      List<Mark> marks = new ArrayList<>();
      fresh.forEach(l -> marks.add(new Mark.WaitingMark(l.url(), source.id(), now, l)));
      marks.add(mark(feed, state, validators(fetched, fresh)));
      return Entry.noted(marks);
    });
    return fresh;
  }

  /** None when more may be there: the next poll must bring the same document again. */
  private static Validators validators(FetchResult.Fetched fetched, List<Lead> fresh) {
    return fresh.size() < MAX_NEW ? fetched.validators() : Validators.NONE;
  }

  private Mark mark(Feed feed, FeedMemory.State state, Validators validators) {
    return new Mark.FeedMark(
        feed.url(),
        source.id(),
        validators,
        tools.clock().instant(),
        state.rhythm().meanGap(),
        state.movedTo(),
        memory.delays());
  }

  private static List<Lead> unknown(List<Lead> leads, Frontier frontier) {
    return leads.stream().filter(l -> frontier.get(l.url()) == null).limit(MAX_NEW).toList();
  }

  private List<Task> next(
      Task.Poll poll, FeedMemory.State state, Validators validators, int fresh, boolean full) {
    Instant now = tools.clock().instant();
    Duration elapsed = Duration.between(state.polled(), now);
    FeedRhythm rhythm = state.rhythm().afterPoll(fresh, elapsed, full, source.poll());
    memory.put(poll.feed(), new FeedMemory.State(validators, now, rhythm, state.movedTo()));
    tools.book().note(source.id(), v -> v.polled(fresh, now));
    Instant due = hubs.earlier(poll.feed(), now.plus(rhythm.interval()));
    return List.of(new Task.Poll(due, poll.feed()));
  }

  private List<Task> failed(Task.Poll poll, FeedMemory.State state, Reason reason, String detail) {
    Instant now = tools.clock().instant();
    FeedRhythm rhythm = state.rhythm().afterFailure(source.poll());
    if (state.rhythm().failures() == 0) {
      LOG.info("source {}: feed failed, {}: {}", source.id(), reason.id(), detail);
    }
    boolean back = rhythm.failures() >= MAX_MOVED_FAILURES;
    memory.put(
        poll.feed(),
        new FeedMemory.State(
            back ? Validators.NONE : state.validators(),
            state.polled(),
            rhythm,
            back ? null : state.movedTo()));
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
