package io.dateline.serve.live;

import io.dateline.model.Channel;
import io.dateline.runtime.KafkaSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How much the channels hold and how far behind their end the enricher reads, asked of Kafka. */
public final class ChannelStatus implements AutoCloseable {

  /** Longest wait for Kafka's answer. */
  public static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final List<Channel> SHOWN =
      List.of(Channel.ARTICLES, Channel.ENRICHED, Channel.REJECTED, Channel.MATCHES);

  private final KafkaSettings kafka;
  private final Admin admin;

  /** Asks this Kafka, which may come later. */
  public ChannelStatus(KafkaSettings kafka) {
    this.kafka = kafka;
    Map<String, Object> properties = kafka.client();
    properties.put("default.api.timeout.ms", (int) PATIENCE.toMillis());
    properties.put("request.timeout.ms", (int) PATIENCE.toMillis());
    admin = Admin.create(properties);
  }

  /**
   * A channel.
   *
   * @param name Kafka topic
   * @param end positions written so far, all partitions together; transactions' markers count too
   * @param ends next position of each partition
   */
  public record State(String name, long end, Map<TopicPartition, Long> ends) {}

  /**
   * A channel's positions that a reader has not read yet.
   *
   * @param reader who reads
   * @param channel Kafka topic
   * @param positions from where it stands to the end
   */
  public record Lag(String reader, String channel, long positions) {}

  /** The channel that the enricher reads. */
  public String articles() {
    return kafka.topic(Channel.ARTICLES);
  }

  /** The channels that exist. */
  public List<State> channels() throws InterruptedException, TimeoutException, ExecutionException {
    List<String> names = SHOWN.stream().map(kafka::topic).toList();
    var existing = await(admin.listTopics().names());
    var described =
        await(
            admin
                .describeTopics(names.stream().filter(existing::contains).toList())
                .allTopicNames());
    Map<TopicPartition, OffsetSpec> wanted =
        described.values().stream()
            .flatMap(topic ->
                topic.partitions().stream()
                    .map(part -> new TopicPartition(topic.name(), part.partition())))
            .collect(Collectors.toMap(Function.identity(), part -> OffsetSpec.latest()));
    var latest = await(admin.listOffsets(wanted).all());
    List<State> states = new ArrayList<>();
    for (String name : names) {
      Map<TopicPartition, Long> ends = new HashMap<>();
      latest.forEach((part, found) -> {
        if (part.topic().equals(name)) {
          ends.put(part, found.offset());
        }
      });
      if (!ends.isEmpty()) {
        states.add(new State(name, ends.values().stream().mapToLong(Long::longValue).sum(), ends));
      }
    }
    return states;
  }

  /**
   * How far a service's consumer group is behind a channel; a partition never read counts whole.
   */
  public Lag lag(String reader, State channel)
      throws InterruptedException, TimeoutException, ExecutionException {
    String group = kafka.prefix() + reader;
    Map<TopicPartition, OffsetAndMetadata> read =
        await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    long behind = 0;
    for (var end : channel.ends().entrySet()) {
      OffsetAndMetadata at = read.get(end.getKey());
      behind += Math.max(0, end.getValue() - (at == null ? 0 : at.offset()));
    }
    return new Lag(reader, channel.name(), behind);
  }

  private static <T> T await(org.apache.kafka.common.KafkaFuture<T> answer)
      throws InterruptedException, TimeoutException, ExecutionException {
    return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    admin.close(PATIENCE);
  }
}
