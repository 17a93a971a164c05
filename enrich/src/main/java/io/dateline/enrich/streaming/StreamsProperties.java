package io.dateline.enrich.streaming;

import io.dateline.enrich.EnrichSettings;
import io.dateline.model.Channel;
import io.dateline.runtime.KafkaSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;

/** The configuration of Kafka Streams, each value with its reason. */
public final class StreamsProperties {

  /** How long a task waits for a broker that is away before its thread dies. */
  static final Duration BROKER_AWAY = Duration.ofHours(24);

  /**
   * How long a transaction stays open before the broker aborts it, in milliseconds: until then what
   * a dead instance wrote hides all that others write behind it. Longer than a session, so that a
   * pause of a busy machine costs a member its tasks before it costs them their state.
   */
  static final int OPEN_MS = 10_000;

  /** Time between two commits of the counts, in milliseconds. */
  static final long COUNTS_COMMIT_MS = 1_000;

  /** Memory for the caches of all stores, in bytes. */
  static final long STORE_CACHE_BYTES = 16L * 1024 * 1024;

  /** Records fetched ahead for one partition; more would hold large articles in memory. */
  static final int BUFFERED_RECORDS = 200;

  private StreamsProperties() {}

  /** The configuration for these settings on a broker with these features. */
  public static Map<String, Object> of(
      EnrichSettings settings, BrokerFeatures features, EnrichMeters meters, InstantSource clock) {
    Map<String, Object> map = guarantees(settings);
    KafkaSettings kafka = settings.kafka();
    map.putAll(kafka.client());
    map.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId(kafka));
    map.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDir().toAbsolutePath().toString());
    map.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
    map.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, STORE_CACHE_BYTES);
    map.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, StoreMemory.class);
    map.put(StoreMemory.SHARED, StoreMemory.Shared.create());
    map.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, BUFFERED_RECORDS);
    map.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, kafka.replication());
    map.put(StreamsConfig.ENABLE_METRICS_PUSH_CONFIG, false);
    if (features.streamsGroups()) {
      map.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "streams");
    } else {
      map.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, settings.standbys());
    }
    sizes(map);
    map.put(RejectRecord.CHANNEL, kafka.topic(Channel.REJECTED));
    map.put(RejectRecord.METERS, meters);
    map.put(RejectRecord.CLOCK, clock);
    return map;
  }

  /**
   * The configuration of the counts: a group of its own, so that the line never waits for them. A
   * second between commits lets a number that many articles change be written once. A record that
   * cannot be counted is named in the log and left out: the line has rejected it where it matters.
   *
   * @param line that of the line, which is changed
   */
  public static Map<String, Object> counting(Map<String, Object> line, KafkaSettings kafka) {
    line.put(StreamsConfig.APPLICATION_ID_CONFIG, kafka.prefix() + "counts");
    line.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
    line.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COUNTS_COMMIT_MS);
    line.put(
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
        LogAndContinueProcessingExceptionHandler.class);
    return line;
  }

  /** Names the group, the internal channels and the transactions. */
  static String applicationId(KafkaSettings kafka) {
    return kafka.prefix() + "enrich";
  }

  private static Map<String, Object> guarantees(EnrichSettings settings) {
    Map<String, Object> map = new HashMap<>();
    map.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    // fresh articles are committed sooner, see CommitPace
    map.put(
        StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
        Math.max(settings.commitInterval().toMillis(), CommitPace.BACKLOG_INTERVAL.toMillis()));
    map.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, RejectRecord.class);
    map.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    map.put(StreamsConfig.TASK_TIMEOUT_MS_CONFIG, BROKER_AWAY.toMillis());
    // an article never waits for the news of stories: their order does not matter
    map.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, StreamsConfig.MAX_TASK_IDLE_MS_DISABLED);
    map.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), OPEN_MS);
    map.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION),
        KafkaSettings.TRANSACTIONAL_IN_FLIGHT);
    map.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    return map;
  }

  private static void sizes(Map<String, Object> map) {
    int max = KafkaSettings.MAX_RECORD_BYTES;
    map.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), max);
    map.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
    map.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), max);
  }
}
