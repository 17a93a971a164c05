package io.dateline.sink.consume;

import io.dateline.model.Channel;
import io.dateline.model.Reason;
import io.dateline.runtime.Health;
import io.dateline.runtime.Platform;
import io.dateline.sink.store.Backoff;
import io.dateline.sink.store.Change;
import io.dateline.sink.store.Database;
import io.dateline.sink.store.Partition;
import io.dateline.sink.store.Position;
import io.dateline.sink.store.Store;
import io.dateline.sink.store.Trouble;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes slices and stays with it: while the database is away it waits, a row the database refuses
 * is narrowed down and rejected, and when the outcome of a commit is unknown the database is asked.
 */
final class SliceWriter {
  private static final Logger LOG = LoggerFactory.getLogger(SliceWriter.class);

  private final Store store;
  private final Platform platform;
  private final SinkMeters meters;

  SliceWriter(Store store, Platform platform, SinkMeters meters) {
    this.store = store;
    this.platform = platform;
    this.meters = meters;
  }

  /** Something asked of the database. */
  private interface Attempt<T> {
    T run() throws SQLException;
  }

  /** The offset to start at: the database's, or the given one when it knows none. */
  long start(Partition partition, long earliest) throws InterruptedException {
    long next = persist(() -> store.nextOffset(partition, earliest));
    if (next < earliest) {
      LOG.error(
          "{}-{}: offsets {} to {} were deleted from the channel before they were stored",
          partition.channel(),
          partition.number(),
          next,
          earliest);
    }
    return next;
  }

  /** Writes a slice and gives the offset to go on at: its end, unless another sink was there. */
  long write(Slice slice) throws InterruptedException {
    List<Change> changes = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : slice.records()) {
      changes.add(read(slice.partition(), record));
    }
    try {
      return write(slice, changes);
    } catch (RefusedRows e) {
      return narrow(slice, e);
    }
  }

  private static Change read(Partition partition, ConsumerRecord<String, byte[]> record) {
    String channel = partition.channel();
    if (channel.endsWith(Channel.REJECTED.name(""))) {
      return RecordReader.rejected(partition, record);
    }
    return channel.endsWith(Channel.STORY_LINKS.name(""))
        ? RecordReader.links(partition, record)
        : RecordReader.enriched(partition, record);
  }

  private long narrow(Slice slice, RefusedRows refused) throws InterruptedException {
    if (slice.records().size() > 1) {
      Slice first = slice.half(true);
      long next = write(first);
      return next == first.to() ? write(slice.half(false)) : next;
    }
    ConsumerRecord<String, byte[]> record = slice.records().getFirst();
    Position position = new Position(slice.partition(), record.offset());
    String detail = "the database refuses it: " + refused.getMessage();
    LOG.error("{}: {}", position.origin(), detail);
    try {
      return write(
          slice, List.of(RecordReader.reject(position, record, Reason.INTERNAL_ERROR, detail)));
    } catch (RefusedRows e) {
      throw new IllegalStateException(position.origin() + ": not even its rejection fits", e);
    }
  }

  private long write(Slice slice, List<Change> changes) throws InterruptedException {
    long start = System.nanoTime();
    Partition partition = slice.partition();
    boolean written = persist(() -> store.write(partition, slice.from(), slice.to(), changes));
    if (!written) {
      long next = persist(() -> store.nextOffset(partition, slice.from()));
      if (next != slice.to()) {
        LOG.warn(
            "{}-{}: another sink moved the offset from {} to {}, following it",
            partition.channel(),
            partition.number(),
            slice.from(),
            next);
        return next;
      }
    }
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    meters.stored(changes, platform.clock().instant(), time);
    return slice.to();
  }

  private <T> T persist(Attempt<T> attempt) throws InterruptedException {
    Health health = platform.health();
    Backoff backoff = new Backoff();
    while (true) {
      try {
        T result = attempt.run();
        health.up(Database.PART);
        return result;
      } catch (SQLException e) {
        if (Trouble.of(e) == Trouble.DATA) {
          throw new RefusedRows(e);
        }
        if (Trouble.of(e) != Trouble.CONFLICT) {
          health.waiting(Database.PART, String.valueOf(e.getMessage()));
        }
        meters.retry();
        backoff.sleep();
      }
    }
  }

  /** The database refuses a row of the slice for what is in it. */
  private static final class RefusedRows extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedRows(SQLException cause) {
      // further lines of PostgreSQL's message quote the row
      super(String.valueOf(cause.getMessage()).lines().findFirst().orElse(""), cause);
    }
  }
}
