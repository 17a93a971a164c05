package io.dateline.ingest.run;

import io.dateline.ingest.publish.Ledger;
import io.dateline.ingest.publish.LedgerLostException;
import io.dateline.ingest.push.Pushes;
import io.dateline.ingest.source.Feed;
import io.dateline.ingest.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the work of one source on virtual threads, one thing after the other by default. */
final class SourceRunner implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SourceRunner.class);

  /** How long a feed rests that made us fail. */
  private static final Duration AFTER_BUG = Duration.ofMinutes(10);

  /** How long a free thread sleeps before it looks at the clock again; new work wakes it. */
  private static final Duration LONGEST_NAP = Duration.ofSeconds(30);

  /** Most deliveries of hubs that wait. */
  private static final int MAX_PUSHED = 20;

  private final Source source;
  private final Tools tools;
  private final Ledger ledger;
  private final FeedPoll polls;
  private final PageLook looks;
  private final WirePoll wires;
  private final PriorityBlockingQueue<Task> tasks = new PriorityBlockingQueue<>();
  private final Semaphore arrivals = new Semaphore(0);
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean closed;

  SourceRunner(Source source, Tools tools, Ledger ledger) {
    this.source = source;
    this.tools = tools;
    this.ledger = ledger;
    looks = new PageLook(source, tools, ledger);
    wires = new WirePoll(source, tools, ledger);
    polls = new FeedPoll(source, tools, ledger, this::push);
  }

  /** Starts with the work left open before and a poll of each feed. */
  void start(List<io.dateline.ingest.frontier.Mark> open, int workers) {
    Instant now = tools.clock().instant();
    for (Feed feed : source.feeds()) {
      tasks.add(new Task.Poll(polls.firstDue(feed, open, now), feed));
    }
    for (var mark : open) {
      Task task = PageLook.resume(mark, source, now);
      if (task != null) {
        tasks.add(task);
      }
    }
    for (int i = 0; i < workers; i++) {
      threads.add(Thread.ofVirtual().name("source-" + source.id() + "-" + i).start(this::run));
    }
  }

  /** A hub delivered: what waits beyond the limit is found by the next poll. */
  private void push(Feed feed, byte[] body, @Nullable String contentType) {
    long waiting = tasks.stream().filter(Task.Pushed.class::isInstance).count();
    if (waiting < MAX_PUSHED && !closed) {
      add(List.of(new Task.Pushed(tools.clock().instant(), feed, body, contentType)));
    }
  }

  Source source() {
    return source;
  }

  private void run() {
    try {
      while (!closed) {
        Task task = take();
        if (task != null) {
          perform(task);
        }
      }
    } catch (InterruptedException e) {
      LOG.debug("source {} was told to stop", source.id());
    } catch (LedgerLostException e) {
      LOG.debug("source {} stops: {}", source.id(), e.getMessage());
    }
  }

  private void add(List<? extends Task> more) {
    tasks.addAll(more);
    arrivals.release(more.size());
  }

  /** The next task that is due; null after a nap, when none was. */
  private @Nullable Task take() throws InterruptedException {
    Task next = tasks.poll();
    if (next == null) {
      nap(LONGEST_NAP);
      return null;
    }
    Duration early = Duration.between(tools.clock().instant(), next.due());
    if (early.isPositive()) {
      tasks.add(next);
      nap(early.compareTo(LONGEST_NAP) < 0 ? early : LONGEST_NAP);
      return null;
    }
    return next;
  }

  private void nap(Duration atMost) throws InterruptedException {
    boolean woken = arrivals.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
    LOG.trace("source {} looks again, woken {}", source.id(), woken);
  }

  private void perform(Task task) throws InterruptedException {
    try {
      switch (task) {
        case Task.Poll poll when poll.feed().kind() == Feed.Kind.WIRE -> add(wires.run(poll));
        case Task.Poll poll -> add(polls.run(poll));
        case Task.Pushed pushed -> add(polls.pushed(pushed));
        case Task.Look look -> {
          Future<?> _ = looks.run(look).whenComplete(this::looked);
        }
      }
    } catch (LedgerLostException e) {
      throw e;
    } catch (RuntimeException e) {
      // a bug of ours in one page or feed must not stop the source
      LOG.error("source {} failed at {}", source.id(), task, e);
      add(afterBug(task));
    }
  }

  /** The next page is not kept waiting for the commit of the one before. */
  private void looked(@Nullable List<Task.Look> more, @Nullable Throwable lost) {
    if (more != null) {
      add(more);
    } else if (ledger.isOpen()) {
      LOG.error("source {} failed after a commit", source.id(), lost);
    } else {
      closed = true; // the shard starts another runner on the next ledger
    }
  }

  /** A feed is asked again; a page that we cannot take is not looked at again and again. */
  private List<Task> afterBug(Task task) {
    return switch (task) {
      case Task.Poll poll ->
          List.of(new Task.Poll(tools.clock().instant().plus(AFTER_BUG), poll.feed()));
      case Task.Pushed pushed -> List.of();
      case Task.Look look -> List.of();
    };
  }

  @Override
  public void close() {
    closed = true;
    tools.book().end(source.id());
    Pushes pushes = tools.pushes();
    if (pushes != null) {
      pushes.end(source);
    }
    threads.forEach(Thread::interrupt);
  }
}
