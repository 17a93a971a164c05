package io.dateline.serve.search;

import io.dateline.model.ArticleUri;
import io.dateline.model.ninjs.CodecException;
import io.dateline.model.ninjs.EnrichedCodec;
import io.dateline.runtime.Meters;
import io.dateline.runtime.Platform;
import io.dateline.serve.format.ListedArticle;
import io.dateline.serve.live.ConsumerFactory;
import io.dateline.serve.live.LiveFeed;
import io.dateline.serve.live.Positions;
import io.dateline.serve.store.ArticleStore;
import io.micrometer.core.instrument.Counter;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index up with the enriched channel. A new index is filled from the store first when the
 * channel no longer holds its own beginning.
 */
public final class IndexFollower implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);
  private static final String PART = "search";
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** Articles become visible at most this long after they were read. */
  static final Duration REFRESH = Duration.ofMillis(250);

  /** After a crash at most this much is read again. */
  static final Duration COMMIT = Duration.ofSeconds(10);

  private final SearchIndex index;
  private final Source source;
  private final ArticleStore store;
  private final Platform platform;
  private final Counter indexed;
  private final Thread thread;
  private volatile boolean closed;
  private volatile @Nullable Consumer<String, byte[]> consumer;
  private long refreshedAt;
  private long committedAt = System.nanoTime();

  /**
   * The channel to follow.
   *
   * @param consumers make its readers
   * @param topic its name
   */
  public record Source(ConsumerFactory consumers, String topic) {}

  private IndexFollower(SearchIndex index, Source source, ArticleStore store, Platform platform) {
    this.index = index;
    this.source = source;
    this.store = store;
    this.platform = platform;
    indexed = Counter.builder(Meters.PREFIX + "indexed_articles").register(platform.meters());
    thread = Thread.ofPlatform().name("search-index").unstarted(this::run);
  }

  /**
   * Starts; readiness part "search" is up once the end of the channel was reached. Closes the index
   * when it is closed.
   */
  public static IndexFollower start(
      SearchIndex index, Source source, ArticleStore store, Platform platform) {
    IndexFollower follower = new IndexFollower(index, source, store, platform);
    platform.health().waiting(PART, "not yet at the end of the channel");
    follower.thread.start();
    return follower;
  }

  private void run() {
    while (!closed) {
      try (Consumer<String, byte[]> open = source.consumers().create()) {
        consumer = open;
        follow(open);
      } catch (WakeupException e) {
        LOG.debug("search index woken up", e);
      } catch (KafkaException | SQLException e) {
        platform.health().waiting(PART, String.valueOf(e.getMessage()));
        pause();
      } catch (IOException | RuntimeException e) {
        LOG.error("the search index failed and goes on from its last commit", e);
        platform.health().waiting(PART, "failed: " + e.getMessage());
        pause();
      }
    }
  }

  private void follow(Consumer<String, byte[]> open) throws IOException, SQLException {
    List<TopicPartition> partitions = LiveFeed.partitions(open, source.topic());
    if (partitions.isEmpty()) {
      platform.health().waiting(PART, "channel " + source.topic() + " does not exist yet");
      pause();
      return;
    }
    open.assign(partitions);
    Positions end = positions(partitions, open.endOffsets(partitions));
    Positions start = start(positions(partitions, open.beginningOffsets(partitions)), end);
    partitions.forEach(p -> open.seek(p, start.next().get(p.partition())));
    Positions now = start;
    boolean caughtUp = false;
    boolean invisible = false;
    while (!closed) {
      for (ConsumerRecord<String, byte[]> record : open.poll(POLL)) {
        apply(record);
        invisible = true;
      }
      now = new Positions(partitions.stream().map(open::position).toList());
      invisible = keep(now, invisible);
      if (!caughtUp && now.covers(end)) {
        caughtUp = true;
        index.refresh();
        platform.health().up(PART);
      }
    }
    index.commit(now);
  }

  private static Positions positions(
      List<TopicPartition> partitions, Map<TopicPartition, Long> offsets) {
    return new Positions(partitions.stream().map(p -> offsets.getOrDefault(p, 0L)).toList());
  }

  /** Refreshes and commits when it is time; returns whether changes are still invisible. */
  private boolean keep(Positions now, boolean invisible) throws IOException {
    long nanos = System.nanoTime();
    boolean refresh = invisible && nanos - refreshedAt > REFRESH.toNanos();
    if (refresh) {
      index.refresh();
      refreshedAt = nanos;
    }
    if (nanos - committedAt > COMMIT.toNanos()) {
      index.commit(now);
      committedAt = nanos;
    }
    return invisible && !refresh;
  }

  /** Where to go on: behind the last commit, or at the beginning with a new index. */
  private Positions start(Positions beginning, Positions end) throws IOException, SQLException {
    var committed = index.committed();
    if (committed.isPresent() && committed.get().next().size() == end.next().size()) {
      Positions positions = committed.get();
      if (positions.covers(beginning) && end.covers(positions)) {
        return positions;
      }
    }
    LOG.info("the search index is built anew from {}", source.topic());
    index.clear();
    if (beginning.next().stream().anyMatch(offset -> offset > 0)) {
      fillFromStore();
    }
    return beginning;
  }

  /** Articles older than the channel; those in both are met again in the channel. */
  private void fillFromStore() throws SQLException, IOException {
    ArticleStore.Walk walk = store.walk();
    List<ListedArticle> page = walk.next();
    while (!page.isEmpty() && !closed) {
      for (ListedArticle listed : page) {
        try {
          index.put(EnrichedCodec.fromJson(listed.record()), listed.sortedAt());
          indexed.increment();
        } catch (CodecException e) {
          LOG.warn("stored article {} is not indexed: {}", listed.id(), e.getMessage());
        }
      }
      page = walk.next();
    }
  }

  private void apply(ConsumerRecord<String, byte[]> record) throws IOException {
    try {
      if (record.value() == null) {
        index.erase(new ArticleUri(record.key()).id());
      } else {
        Instant published = Instant.ofEpochMilli(record.timestamp());
        index.put(EnrichedCodec.fromJson(record.value()), published);
      }
      indexed.increment();
    } catch (CodecException | IllegalArgumentException e) {
      String place = record.topic() + "-" + record.partition() + "@" + record.offset();
      LOG.warn("{} is not indexed: {}", place, e.getMessage());
    }
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }

  @Override
  public void close() throws InterruptedException, IOException {
    closed = true;
    thread.join(Duration.ofSeconds(3));
    Consumer<String, byte[]> open = consumer;
    if (thread.isAlive() && open != null) {
      open.wakeup();
      thread.join(Duration.ofSeconds(3));
    }
    index.close();
    platform.health().remove(PART);
  }
}
