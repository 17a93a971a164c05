package io.dateline.enrich;

import io.dateline.enrich.streaming.BrokerFeatures;
import io.dateline.enrich.streaming.EnrichMeters;
import io.dateline.enrich.streaming.EnrichTopology;
import io.dateline.enrich.streaming.FailurePolicy;
import io.dateline.enrich.streaming.StandbyReplicas;
import io.dateline.enrich.streaming.StreamsProperties;
import io.dateline.runtime.ChannelSetup;
import io.dateline.runtime.Health;
import io.dateline.runtime.KafkaSettings;
import io.dateline.runtime.KafkaWatch;
import io.dateline.runtime.Platform;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;

/** The topology, running. */
public final class EnrichService implements AutoCloseable {

  /** How long an orderly close may take. */
  public static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

  private static final String PART = "enrich";

  private final KafkaStreams streams;
  private final KafkaStreamsMetrics metrics;
  private final Health health;
  private final KafkaWatch watch;

  private EnrichService(KafkaStreams streams, KafkaSettings kafka, Platform platform) {
    this.streams = streams;
    watch = KafkaWatch.start(kafka, platform.health(), "enrich-kafka");
    this.health = platform.health();
    metrics = new KafkaStreamsMetrics(streams);
    metrics.bindTo(platform.meters());
  }

  /** Starts with the real stages; a failure that does not heal is told by /livez. */
  public static EnrichService start(EnrichSettings settings, Platform platform)
      throws InterruptedException {
    return start(settings, platform, () -> {});
  }

  /**
   * Starts with the real stages.
   *
   * @param onDeath called once when the topology stopped for good
   */
  public static EnrichService start(EnrichSettings settings, Platform platform, Runnable onDeath)
      throws InterruptedException {
    return start(settings, platform, Enrichers.standard(), onDeath);
  }

  /** Starts with these stages. */
  public static EnrichService start(
      EnrichSettings settings, Platform platform, Enricher enricher, Runnable onDeath)
      throws InterruptedException {
    platform.health().waiting(PART, "starting");
    ChannelSetup.ensure(settings.kafka());
    BrokerFeatures features = BrokerFeatures.of(settings.kafka());
    if (features.streamsGroups()) {
      StandbyReplicas.set(settings);
    }
    EnrichMeters meters = new EnrichMeters(platform.meters());
    KafkaStreams streams =
        new KafkaStreams(
            EnrichTopology.build(settings, enricher, meters, platform.clock()),
            new StreamsConfig(StreamsProperties.of(settings, features, meters, platform.clock())));
    streams.setUncaughtExceptionHandler(new FailurePolicy(platform.clock()));
    streams.setStateListener((now, before) -> tell(now, platform.health(), onDeath));
    EnrichService service = new EnrichService(streams, settings.kafka(), platform);
    streams.start();
    return service;
  }

  private static void tell(KafkaStreams.State state, Health health, Runnable onDeath) {
    switch (state) {
      case RUNNING -> health.up(PART);
      case CREATED, REBALANCING -> health.waiting(PART, "taking over partitions");
      case PENDING_ERROR -> health.dead(PART, "too many failures");
      case ERROR -> {
        health.dead(PART, "too many failures");
        Thread.ofPlatform().name("enrich-death").start(onDeath);
      }
      case PENDING_SHUTDOWN, NOT_RUNNING -> health.waiting(PART, "stopping");
    }
  }

  /** Finishes the open transaction, leaves the group so that others take over at once, and ends. */
  @Override
  public void close() {
    watch.close();
    streams.close(
        CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
            .withTimeout(CLOSE_TIMEOUT));
    metrics.close();
    health.remove(PART);
  }
}
