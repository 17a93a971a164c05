package io.dateline.serve.search;

import io.dateline.model.ArticleUri;
import io.dateline.model.ninjs.CodecException;
import io.dateline.model.ninjs.EnrichedCodec;
import io.dateline.runtime.Meters;
import io.dateline.runtime.Platform;
import io.dateline.serve.format.ListedArticle;
import io.dateline.serve.live.ChannelFollower;
import io.dateline.serve.live.ConsumerFactory;
import io.dateline.serve.live.Positions;
import io.dateline.serve.store.ArticleStore;
import io.micrometer.core.instrument.Counter;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index up with the enriched channel. A new index is filled from the store first when the
 * channel no longer holds its own beginning.
 */
public final class IndexFollower implements ChannelFollower.Reading, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IndexFollower.class);

  /** Articles become visible at most this long after they were read. */
  static final Duration REFRESH = Duration.ofMillis(250);

  /** After a crash at most this much is read again. */
  static final Duration COMMIT = Duration.ofSeconds(10);

  private final SearchIndex index;
  private final Source source;
  private final ArticleStore store;
  private final Counter indexed;
  private volatile boolean closed;
  private volatile @Nullable ChannelFollower follower;
  private boolean invisible;
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
    indexed = Counter.builder(Meters.PREFIX + "indexed_articles").register(platform.meters());
  }

  /**
   * Starts; readiness part "search" is up once the end of the channel was reached. Closes the index
   * when it is closed.
   */
  public static IndexFollower start(
      SearchIndex index, Source source, ArticleStore store, Platform platform) {
    IndexFollower follower = new IndexFollower(index, source, store, platform);
    var channels = new ChannelFollower.Channels("search", List.of(source.topic()));
    follower.follower = ChannelFollower.start(channels, source.consumers(), platform, follower);
    return follower;
  }

  @Override
  public Map<TopicPartition, Long> start(
      Map<TopicPartition, Long> beginnings, Map<TopicPartition, Long> ends)
      throws IOException, SQLException {
    Positions beginning = Positions.of(beginnings);
    Positions end = Positions.of(ends);
    var committed = index.committed();
    if (committed.isPresent() && committed.get().next().size() == end.next().size()) {
      Positions positions = committed.get();
      if (positions.covers(beginning) && end.covers(positions)) {
        return positions.at(source.topic());
      }
    }
    LOG.info("the search index is built anew from {}", source.topic());
    index.clear();
    if (beginning.next().stream().anyMatch(offset -> offset > 0)) {
      fillFromStore();
    }
    return beginnings;
  }

  @Override
  public void polled(Map<TopicPartition, Long> next) throws IOException {
    long nanos = System.nanoTime();
    if (invisible && nanos - refreshedAt > REFRESH.toNanos()) {
      index.refresh();
      refreshedAt = nanos;
      invisible = false;
    }
    if (nanos - committedAt > COMMIT.toNanos()) {
      index.commit(Positions.of(next));
      committedAt = nanos;
    }
  }

  @Override
  public void caughtUp() throws IOException {
    index.refresh();
  }

  @Override
  public void closing(Map<TopicPartition, Long> next) throws IOException {
    index.commit(Positions.of(next));
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

  @Override
  public void take(ConsumerRecord<String, byte[]> record) throws IOException {
    try {
      if (record.value() == null) {
        index.erase(new ArticleUri(record.key()).id());
      } else {
        Instant published = Instant.ofEpochMilli(record.timestamp());
        index.put(EnrichedCodec.fromJson(record.value()), published);
      }
      indexed.increment();
      invisible = true;
    } catch (CodecException | IllegalArgumentException e) {
      String place = record.topic() + "-" + record.partition() + "@" + record.offset();
      LOG.warn("{} is not indexed: {}", place, e.getMessage());
    }
  }

  @Override
  public void close() throws InterruptedException, IOException {
    closed = true;
    ChannelFollower open = follower;
    if (open != null) {
      open.close();
    }
    index.close();
  }
}
