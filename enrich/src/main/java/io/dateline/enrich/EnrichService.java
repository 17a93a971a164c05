package io.dateline.enrich;

import io.dateline.enrich.count.CountTopology;
import io.dateline.enrich.streaming.BrokerFeatures;
import io.dateline.enrich.streaming.EnrichMeters;
import io.dateline.enrich.streaming.EnrichTopology;
import io.dateline.enrich.streaming.StandbyReplicas;
import io.dateline.enrich.streaming.StreamsProperties;
import io.dateline.runtime.ChannelSetup;
import io.dateline.runtime.KafkaSettings;
import io.dateline.runtime.KafkaWatch;
import io.dateline.runtime.Platform;
import io.dateline.runtime.Shutdown;
import java.util.Map;
import org.apache.kafka.streams.Topology;

/** The topologies, running: the line, and the counts of what came out of it. */
public final class EnrichService implements AutoCloseable {

  private final Shutdown parts = new Shutdown();
  private final EnrichSettings settings;
  private final BrokerFeatures features;
  private final EnrichMeters meters;
  private final Platform platform;
  private final Runnable onDeath;

  private EnrichService(
      EnrichSettings settings, BrokerFeatures features, Platform platform, Runnable onDeath) {
    this.settings = settings;
    this.features = features;
    this.platform = platform;
    this.onDeath = onDeath;
    meters = new EnrichMeters(platform.meters());
    KafkaSettings kafka = settings.kafka();
    parts.add("kafka watch", KafkaWatch.start(kafka, platform.health(), "enrich-kafka"));
  }

  /** Starts with the real stages; a failure that does not heal is told by /livez. */
  public static EnrichService start(EnrichSettings settings, Platform platform)
      throws InterruptedException {
    return start(settings, platform, () -> {});
  }

  /**
   * Starts with the real stages, and counts.
   *
   * @param onDeath called when a topology stopped for good
   */
  public static EnrichService start(EnrichSettings settings, Platform platform, Runnable onDeath)
      throws InterruptedException {
    EnrichService service = start(settings, platform, Enrichers.standard(), onDeath);
    service.count();
    return service;
  }

  /** Starts with these stages, and without counts. */
  public static EnrichService start(
      EnrichSettings settings, Platform platform, Enricher enricher, Runnable onDeath)
      throws InterruptedException {
    platform.health().waiting("enrich", "starting");
    ChannelSetup.ensure(settings.kafka());
    BrokerFeatures features = BrokerFeatures.of(settings.kafka());
    if (features.streamsGroups()) {
      StandbyReplicas.set(settings);
    }
    EnrichService service = new EnrichService(settings, features, platform, onDeath);
    service.enrich(enricher);
    return service;
  }

  private void enrich(Enricher enricher) {
    var topology = EnrichTopology.build(settings, enricher, meters, platform.clock());
    run("enrich", topology, properties());
  }

  private void count() {
    Map<String, Object> properties = StreamsProperties.counting(properties(), settings.kafka());
    run("counts", CountTopology.build(settings.kafka()), properties);
  }

  private Map<String, Object> properties() {
    return StreamsProperties.of(settings, features, meters, platform.clock());
  }

  private void run(String part, Topology topology, Map<String, Object> properties) {
    var plan = new RunningTopology.Plan(part, topology, properties);
    parts.add(part, RunningTopology.start(plan, platform, onDeath));
  }

  /** Finishes the open transactions, leaves the groups so that others take over at once. */
  @Override
  public void close() {
    parts.close();
  }
}
