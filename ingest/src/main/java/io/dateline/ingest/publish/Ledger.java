package io.dateline.ingest.publish;

import io.dateline.ingest.frontier.Frontier;
import io.dateline.ingest.frontier.Mark;
import io.dateline.model.Channel;
import io.dateline.runtime.KafkaSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one partition of the frontier, and the articles and rejections that go with it. One thread
 * takes all drafts that wait, lets them decide one after the other, and commits them together: a
 * crash at any point loses nothing and publishes nothing twice. Starting a ledger fences every
 * earlier one of the same partition.
 */
public final class Ledger implements AutoCloseable {

  /** Most drafts that wait, and most in one transaction; senders block beyond. */
  private static final int MAX_QUEUE = 200;

  /** How soon the marks of a backfill are seen. */
  private static final Duration FOREIGN_EVERY = Duration.ofSeconds(1);

  private static final Duration IDLE = Duration.ofMillis(200);
  private static final Duration FIRST_RETRY = Duration.ofMillis(250);
  private static final Duration MAX_RETRY = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

  private final String name;
  private final Outbox outbox;
  private final Frontier frontier;
  private final FrontierReader reader;
  private long nextLookNanos = System.nanoTime();
  private final CommitPace pace = new CommitPace();
  private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>(MAX_QUEUE);
  private final Thread thread;
  private volatile boolean closed;
  private volatile @Nullable Throwable lost;

  private record Waiting(Draft draft, CompletableFuture<Entry> done) {}

  private Ledger(String name, Outbox outbox, Frontier frontier, FrontierReader reader) {
    this.reader = reader;
    this.name = name;
    this.outbox = outbox;
    this.frontier = frontier;
    thread = Thread.ofPlatform().name(name).unstarted(this::run);
  }

  /**
   * Takes a partition over: fences the ledger before, reads its frontier, starts to write.
   *
   * @param settings of Kafka
   * @param partition of the frontier channel
   */
  public static Ledger open(KafkaSettings settings, int partition) {
    String name = settings.prefix() + "ingest-" + partition;
    Producer<String, byte[]> producer = Outbox.producer(settings, name);
    try {
      producer.initTransactions();
      Frontier frontier = new Frontier();
      FrontierReader reader = FrontierReader.open(settings, partition, frontier);
      Outbox outbox = new Outbox(producer, settings, _ -> partition);
      Ledger ledger = new Ledger(name, outbox, frontier, reader);
      ledger.thread.start();
      LOG.info("{} took over {} addresses", name, frontier.size());
      return ledger;
    } catch (RuntimeException e) {
      producer.close(Duration.ZERO);
      throw e;
    }
  }

  /**
   * Writes what the draft decides, together with others, and waits for the commit.
   *
   * @throws LedgerLostException when another instance has taken the partition over
   */
  public Entry write(Draft draft) throws InterruptedException {
    try {
      return submit(draft).get();
    } catch (ExecutionException e) {
      throw new LedgerLostException(name + " is lost", e);
    }
  }

  /**
   * Writes what the draft decides after all drafts before it, together with others. Waits only
   * while too many wait; what follows the commit runs on the ledger's thread and must be short.
   *
   * @return done when it is committed; fails when another instance has taken the partition over
   */
  public CompletableFuture<Entry> submit(Draft draft) throws InterruptedException {
    Waiting waiting = new Waiting(draft, new CompletableFuture<>());
    while (!queue.offer(waiting, IDLE.toMillis(), TimeUnit.MILLISECONDS)) {
      checkOpen();
    }
    if (!isOpen()) {
      failQueued();
    }
    return waiting.done();
  }

  /**
   * What is known of an address, perhaps by a draft whose commit is under way: what is submitted
   * from now on comes after it.
   */
  public @Nullable Mark known(String url) {
    synchronized (frontier) {
      return frontier.get(url);
    }
  }

  /** Whether it still writes. */
  public boolean isOpen() {
    return !closed && lost == null;
  }

  /** The open work of the partition, copied. */
  public List<Mark> openMarks() throws InterruptedException {
    List<Mark> open = new ArrayList<>();
    write(f -> {
      open.clear();
      open.addAll(f.open());
      return Entry.noted(List.of());
    });
    return open;
  }

  private void checkOpen() {
    if (!isOpen()) {
      throw new LedgerLostException(
          name + " is closed", lost == null ? new IllegalStateException("closed") : lost);
    }
  }

  private void run() {
    try {
      while (!closed || !queue.isEmpty()) {
        learn();
        Waiting first = queue.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
          gather();
          List<Waiting> batch = new ArrayList<>(List.of(first));
          queue.drainTo(batch);
          long began = System.nanoTime();
          commit(batch);
          pace.committed(began, System.nanoTime());
        }
      }
    } catch (InterruptedException e) {
      lost = e;
    } catch (RuntimeException e) {
      lost = e;
      LOG.warn("{} is lost: {}", name, e.toString());
    } finally {
      closed = true;
      failQueued();
      outbox.close();
      reader.close();
    }
  }

  /** Lets others join the transaction while it may not begin and there is room for them. */
  private void gather() throws InterruptedException {
    long early = pace.early(System.nanoTime());
    if (early > 0 && queue.remainingCapacity() > 0) {
      Thread.sleep(Duration.ofNanos(early));
    }
  }

  /** A backfill publishes beside us: what it published must not be published again. */
  private void learn() {
    if (System.nanoTime() - nextLookNanos < 0) {
      return;
    }
    nextLookNanos = System.nanoTime() + FOREIGN_EVERY.toNanos();
    List<Mark.PageMark> marks = reader.foreign();
    synchronized (frontier) {
      marks.forEach(this::learn);
    }
  }

  private void learn(Mark.PageMark mark) {
    Mark known = frontier.get(mark.url());
    boolean newer = !(known instanceof Mark.PageMark page) || page.version() < mark.version();
    if (newer && !(known instanceof Mark.FeedMark)) {
      frontier.put(mark);
    }
  }

  private void failQueued() {
    Throwable cause = lost == null ? new IllegalStateException("closed") : lost;
    List<Waiting> rest = new ArrayList<>();
    queue.drainTo(rest);
    rest.forEach(w -> w.done().completeExceptionally(cause));
  }

  private void commit(List<Waiting> batch) throws InterruptedException {
    Duration pause = FIRST_RETRY;
    while (true) {
      Map<String, @Nullable Mark> undo = new HashMap<>();
      try {
        List<Entry> entries = decide(batch, undo);
        outbox.commit(entries);
        for (int i = 0; i < batch.size(); i++) {
          batch.get(i).done().complete(entries.get(i));
        }
        return;
      } catch (KafkaException e) {
        rollBack(undo);
        if (!Outbox.isRetriable(e) || (closed && e instanceof TimeoutException)) {
          batch.forEach(w -> w.done().completeExceptionally(e));
          throw e;
        }
        LOG.warn("{} tries its transaction again in {}: {}", name, pause, e.toString());
        outbox.abort();
        Thread.sleep(pause);
        pause = pause.multipliedBy(2).compareTo(MAX_RETRY) > 0 ? MAX_RETRY : pause.multipliedBy(2);
      } catch (RuntimeException e) {
        rollBack(undo);
        batch.forEach(w -> w.done().completeExceptionally(e));
        throw e;
      }
    }
  }

  private List<Entry> decide(List<Waiting> batch, Map<String, @Nullable Mark> undo) {
    List<Entry> entries = new ArrayList<>();
    for (Waiting waiting : batch) {
      synchronized (frontier) {
        Entry entry = waiting.draft().decide(frontier);
        entry.marks().forEach(mark -> put(mark, undo));
        entries.add(entry);
      }
    }
    return entries;
  }

  private void put(Mark mark, Map<String, @Nullable Mark> undo) {
    if (!undo.containsKey(mark.url())) {
      undo.put(mark.url(), frontier.get(mark.url()));
    }
    frontier.put(mark);
  }

  private void rollBack(Map<String, @Nullable Mark> undo) {
    synchronized (frontier) {
      undo.forEach((url, mark) -> {
        if (mark == null) {
          frontier.remove(url);
        } else {
          frontier.put(mark);
        }
      });
    }
  }

  /** The channel whose partitions are owned one ledger each. */
  public static Channel channel() {
    return Channel.FRONTIER;
  }

  /** Writes what waits, at most 5 s long, and stops. */
  @Override
  public void close() {
    closed = true;
    try {
      thread.join(Duration.ofSeconds(5));
      if (thread.isAlive()) {
        thread.interrupt();
        thread.join(Duration.ofSeconds(2));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
