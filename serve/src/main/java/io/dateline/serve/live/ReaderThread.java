package io.dateline.serve.live;

import io.dateline.runtime.Platform;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that reads channels until it is closed. Whatever fails is said in its readiness part and
 * tried again with a consumer of its own, so that Kafka may come late or go away.
 */
public final class ReaderThread implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReaderThread.class);

  /** Between a failure and the next try. */
  static final Duration PAUSE = Duration.ofSeconds(1);

  /**
   * A body that was up has this long to end by itself, and any has it once it was woken up: one
   * that is not waits for a broker that does not answer.
   */
  static final Duration PATIENCE = Duration.ofSeconds(3);

  private final String part;
  private final ConsumerFactory consumers;
  private final Platform platform;
  private final Body body;
  private final Thread thread;
  private volatile boolean up;
  private volatile boolean closed;
  private volatile @Nullable Consumer<String, byte[]> consumer;

  /** What is done with a consumer: returns when it cannot go on or {@link #isOpen} is false. */
  @FunctionalInterface
  public interface Body {

    /** Reads; an exception becomes the state of the readiness part. */
    void read(Consumer<String, byte[]> consumer) throws IOException, SQLException;
  }

  /**
   * A thread that is not started yet.
   *
   * @param part its readiness part, and its name
   * @param consumers make its consumers
   * @param platform health
   * @param body what it does
   */
  public ReaderThread(String part, ConsumerFactory consumers, Platform platform, Body body) {
    this.part = part;
    this.consumers = consumers;
    this.platform = platform;
    this.body = body;
    thread = Thread.ofPlatform().name(part.replace(' ', '-')).unstarted(this::run);
  }

  /** Starts it; its readiness part waits for this reason until the body says it is up. */
  public void start(String reason) {
    platform.health().waiting(part, reason);
    thread.start();
  }

  /** Whether the body is to go on. */
  public boolean isOpen() {
    return !closed;
  }

  private void run() {
    while (!closed) {
      try (Consumer<String, byte[]> open = consumers.create()) {
        consumer = open;
        if (!closed) {
          body.read(open);
        }
      } catch (WakeupException | InterruptException e) {
        LOG.debug("{} woken up", part, e);
      } catch (KafkaException | SQLException e) {
        waiting(String.valueOf(e.getMessage()));
      } catch (IOException | RuntimeException e) {
        LOG.error("{} failed and starts again", part, e);
        waiting("failed: " + e.getMessage());
      }
    }
  }

  /** Says why it does not go on, and pauses. */
  void waiting(String reason) {
    up = false;
    platform.health().waiting(part, reason);
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }

  /** Says that it is where it should be. */
  public void up() {
    up = true;
    platform.health().up(part);
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    if (up) {
      thread.join(PATIENCE);
    }
    Consumer<String, byte[]> open = consumer;
    if (thread.isAlive() && open != null) {
      open.wakeup();
      thread.join(PATIENCE);
    }
    platform.health().remove(part);
  }
}
