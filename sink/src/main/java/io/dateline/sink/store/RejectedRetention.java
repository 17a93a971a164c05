package io.dateline.sink.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes rejections that are older than they need to be kept: they hold the bytes of what was
 * rejected, so the table would grow for ever.
 */
public final class RejectedRetention implements AutoCloseable {

  /** Pause between two rounds. */
  static final Duration PAUSE = Duration.ofHours(1);

  /** Rows of one transaction, so that none holds up the rows being stored. */
  static final int ROWS_AT_ONCE = 5_000;

  private static final Logger LOG = LoggerFactory.getLogger(RejectedRetention.class);
  private static final String DELETE =
      """
      DELETE FROM rejected WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM rejected WHERE rejected_at < ? ORDER BY rejected_at LIMIT ?))
      """;

  private final DataSource database;
  private final Duration kept;
  private final InstantSource clock;
  private final Thread thread;

  private RejectedRetention(DataSource database, Duration kept, InstantSource clock) {
    this.database = database;
    this.kept = kept;
    this.clock = clock;
    thread = Thread.ofVirtual().name("rejected-retention").unstarted(this::run);
  }

  /**
   * Starts; the first round at once.
   *
   * @param kept how long a rejection is kept, counted from when it was rejected
   */
  public static RejectedRetention start(DataSource database, Duration kept, InstantSource clock) {
    RejectedRetention retention = new RejectedRetention(database, kept, clock);
    retention.thread.start();
    return retention;
  }

  private void run() {
    try {
      while (true) {
        tryRound();
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tryRound() throws InterruptedException {
    try {
      long deleted = round(database, Timestamp.from(clock.instant().minus(kept)));
      if (deleted > 0) {
        LOG.info("{} rejections older than {} deleted", deleted, kept);
      }
    } catch (SQLException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedException("closed");
      }
      LOG.warn("old rejections are deleted later: {}", e.getMessage());
    }
  }

  /** Deletes what was rejected before a time; how many. */
  static long round(DataSource database, Timestamp before) throws SQLException {
    long deleted = 0;
    int last = ROWS_AT_ONCE;
    while (last == ROWS_AT_ONCE) {
      try (Connection connection = database.getConnection();
          PreparedStatement delete = connection.prepareStatement(DELETE)) {
        connection.setAutoCommit(true);
        delete.setTimestamp(1, before);
        delete.setInt(2, ROWS_AT_ONCE);
        last = delete.executeUpdate();
        deleted += last;
      }
    }
    return deleted;
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
