package io.dateline.enrich;

import io.dateline.enrich.streaming.FailurePolicy;
import io.dateline.runtime.Health;
import io.dateline.runtime.Platform;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/** A topology that runs: its state is a readiness part, and its metrics are bound. */
final class RunningTopology implements AutoCloseable {

  /** How long an orderly close may take. */
  static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

  private final String part;
  private final KafkaStreams streams;
  private final KafkaStreamsMetrics metrics;
  private final Platform platform;

  private RunningTopology(String part, KafkaStreams streams, Platform platform) {
    this.part = part;
    this.streams = streams;
    this.platform = platform;
    metrics = new KafkaStreamsMetrics(streams);
    metrics.bindTo(platform.meters());
  }

  /**
   * What is run.
   *
   * @param part its readiness part
   * @param topology what it does
   * @param properties how
   */
  record Plan(String part, Topology topology, Map<String, Object> properties) {}

  /**
   * Starts it.
   *
   * @param onDeath called once when it stopped for good
   */
  static RunningTopology start(Plan plan, Platform platform, Runnable onDeath) {
    platform.health().waiting(plan.part(), "starting");
    KafkaStreams streams = new KafkaStreams(plan.topology(), new StreamsConfig(plan.properties()));
    streams.setUncaughtExceptionHandler(new FailurePolicy(platform.clock()));
    RunningTopology running = new RunningTopology(plan.part(), streams, platform);
    streams.setStateListener((now, before) -> running.tell(now, onDeath));
    streams.start();
    return running;
  }

  private void tell(KafkaStreams.State state, Runnable onDeath) {
    Health health = platform.health();
    switch (state) {
      case RUNNING -> health.up(part);
      case CREATED, REBALANCING -> health.pausing(part, "taking over partitions");
      case PENDING_ERROR -> health.dead(part, "too many failures");
      case ERROR -> {
        health.dead(part, "too many failures");
        Thread.ofPlatform().name(part + "-death").start(onDeath);
      }
      case PENDING_SHUTDOWN, NOT_RUNNING -> health.pausing(part, "stopping");
    }
  }

  /** Finishes the open transaction, leaves the group so that others take over at once, and ends. */
  @Override
  public void close() {
    streams.close(
        CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
            .withTimeout(CLOSE_TIMEOUT));
    metrics.close();
    platform.health().remove(part);
  }
}
