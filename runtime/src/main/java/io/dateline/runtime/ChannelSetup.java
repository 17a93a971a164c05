package io.dateline.runtime;

import io.dateline.model.Channel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates the channels that are missing and waits until they can be written: an idempotent producer
 * on a topic whose partitions have no leader yet can fail for good (KAFKA-15591).
 */
public final class ChannelSetup {
  private static final Logger LOG = LoggerFactory.getLogger(ChannelSetup.class);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration MAX_WAIT = Duration.ofSeconds(60);

  private ChannelSetup() {}

  /**
   * Makes sure that all channels exist and their partitions have leaders.
   *
   * @throws IllegalStateException naming the broker when that does not happen within 60 s
   */
  public static void ensure(KafkaSettings settings) throws InterruptedException {
    try (Admin admin = Admin.create(settings.client())) {
      create(admin, settings);
      awaitLeaders(admin, settings);
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "cannot set up the channels on " + settings.bootstrap() + ": " + e.getCause(), e);
    }
  }

  private static void create(Admin admin, KafkaSettings settings)
      throws InterruptedException, ExecutionException {
    Set<String> existing = admin.listTopics().names().get();
    List<NewTopic> missing = new ArrayList<>();
    for (Channel channel : Channel.values()) {
      if (!existing.contains(settings.topic(channel))) {
        missing.add(newTopic(channel, settings));
      }
    }
    for (var created : admin.createTopics(missing).values().entrySet()) {
      try {
        created.getValue().get();
        LOG.info("channel {} created", created.getKey());
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
        LOG.debug("channel {} was created by another process", created.getKey());
      }
    }
  }

  private static NewTopic newTopic(Channel channel, KafkaSettings settings) {
    Map<String, String> config = new HashMap<>();
    Duration retention = channel.retention();
    if (retention == null) {
      config.put("cleanup.policy", "compact");
    } else {
      config.put("retention.ms", Long.toString(retention.toMillis()));
    }
    config.put("max.message.bytes", Integer.toString(KafkaSettings.MAX_RECORD_BYTES));
    return new NewTopic(
            settings.topic(channel), settings.partitions(), (short) settings.replication())
        .configs(config);
  }

  private static void awaitLeaders(Admin admin, KafkaSettings settings)
      throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    List<String> topics = List.of(Channel.values()).stream().map(settings::topic).toList();
    long deadline = System.nanoTime() + MAX_WAIT.toNanos();
    while (true) {
      try {
        admin
            .describeTopics(topics)
            .allTopicNames()
            .get()
            .forEach((name, topic) ->
                topic
                    .partitions()
                    .forEach(p ->
                        wanted.put(new TopicPartition(name, p.partition()), OffsetSpec.latest())));
        admin.listOffsets(wanted).all().get();
        return;
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof RetriableException) || System.nanoTime() > deadline) {
          throw e;
        }
        Thread.sleep(PAUSE);
      }
    }
  }
}
