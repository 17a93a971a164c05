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
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
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

  /** One question to the broker may take this long. */
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);

  private static final Duration MAX_WAIT = Duration.ofSeconds(60);

  private ChannelSetup() {}

  /**
   * Makes sure that all channels exist and their partitions have leaders.
   *
   * @throws CannotStartException naming the broker when it does not answer within the settings'
   *     wait, or the channels are not ready 60 s later
   */
  public static void ensure(KafkaSettings settings) throws InterruptedException {
    try (Admin admin = Admin.create(settings.client())) {
      create(admin, settings, existing(admin, settings));
      awaitLeaders(admin, settings);
    } catch (ExecutionException | KafkaException e) {
      throw new CannotStartException(
          "cannot set up the channels on Kafka at %s: %s"
              .formatted(settings.bootstrap(), CannotStartException.reason(e)),
          e);
    }
  }

  /** Waits for the broker, and says once that it does. */
  private static Set<String> existing(Admin admin, KafkaSettings settings)
      throws InterruptedException, ExecutionException {
    long deadline = System.nanoTime() + settings.startWait().toNanos();
    boolean told = false;
    while (true) {
      Duration left = Duration.ofNanos(Math.max(1_000_000, deadline - System.nanoTime()));
      Duration patience = left.compareTo(ANSWER_TIMEOUT) < 0 ? left : ANSWER_TIMEOUT;
      var options = new ListTopicsOptions().timeoutMs((int) patience.toMillis());
      try {
        return admin.listTopics(options).names().get();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TimeoutException)) {
          throw e;
        }
        if (System.nanoTime() >= deadline) {
          throw new CannotStartException(
              "Kafka at %s does not answer (waited %d s)"
                  .formatted(settings.bootstrap(), settings.startWait().toSeconds()),
              e);
        }
        if (!told) {
          LOG.warn("Kafka at {} does not answer yet", settings.bootstrap());
          told = true;
        }
      }
    }
  }

  private static void create(Admin admin, KafkaSettings settings, Set<String> existing)
      throws InterruptedException, ExecutionException {
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
