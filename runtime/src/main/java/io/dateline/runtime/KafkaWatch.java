package io.dateline.runtime;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/**
 * Asks the broker now and then whether it is there: the clients themselves wait for it without a
 * word, so readiness would not tell.
 */
public final class KafkaWatch implements AutoCloseable {

  /** Pause between two questions. */
  public static final Duration PAUSE = Duration.ofSeconds(5);

  /** How long an answer may take. */
  public static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);

  private final Thread thread;
  private final Admin admin;
  private final Health health;
  private final String part;

  private KafkaWatch(KafkaSettings kafka, Health health, String part) {
    this.health = health;
    this.part = part;
    admin = Admin.create(kafka.client());
    thread = Thread.ofVirtual().name(part + "-watch").unstarted(() -> watch(kafka.bootstrap()));
  }

  /**
   * Starts asking.
   *
   * @param part under which health tells it, "enrich-kafka"
   */
  public static KafkaWatch start(KafkaSettings kafka, Health health, String part) {
    KafkaWatch watch = new KafkaWatch(kafka, health, part);
    watch.thread.start();
    return watch;
  }

  private void watch(String bootstrap) {
    try {
      while (true) {
        ask(bootstrap);
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void ask(String bootstrap) throws InterruptedException {
    try {
      admin.describeCluster().nodes().get(ANSWER_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
      health.up(part);
    } catch (ExecutionException e) {
      health.waiting(part, "broker " + bootstrap + ": " + e.getCause());
    } catch (TimeoutException e) {
      health.waiting(part, "broker " + bootstrap + " does not answer");
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    admin.close(Duration.ZERO);
    health.remove(part);
  }
}
