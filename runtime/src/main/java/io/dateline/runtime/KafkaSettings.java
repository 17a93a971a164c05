package io.dateline.runtime;

import io.dateline.model.Channel;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How to reach Kafka.
 *
 * @param bootstrap "host:port", several parted by commas
 * @param prefix stands in front of all channel names
 * @param partitions of a channel when it is created, 1 to 1000
 * @param replication of a channel when it is created, 1 to 7
 * @param startWait how long a starting process waits for a broker that does not answer
 */
public record KafkaSettings(
    String bootstrap, String prefix, int partitions, int replication, Duration startWait) {

  /** Partitions of a new channel. */
  public static final int DEFAULT_PARTITIONS = 4;

  /** A starting process waits so long for the broker. */
  public static final Duration DEFAULT_START_WAIT = Duration.ofSeconds(60);

  private static final Pattern ADDRESS =
      Pattern.compile("(?:\\[[0-9A-Fa-f:.]+\\]|[A-Za-z0-9._-]+):(\\d{1,5})");

  private static final int MAX_PORT = 65_535;

  /** What Kafka allows in the name of a topic, with room for the rest of ours. */
  private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9._-]{1,200}");

  /** With the usual wait at start. */
  public KafkaSettings(String bootstrap, String prefix, int partitions, int replication) {
    this(bootstrap, prefix, partitions, replication, DEFAULT_START_WAIT);
  }

  /**
   * Reads KAFKA_BOOTSTRAP, DATELINE_PREFIX, KAFKA_PARTITIONS, KAFKA_REPLICATION and
   * KAFKA_START_WAIT.
   */
  public static KafkaSettings from(SettingsReader reader) {
    return new KafkaSettings(
        reader.text(
            "KAFKA_BOOTSTRAP",
            "127.0.0.1:9092",
            KafkaSettings::areAddresses,
            "host:port, several parted by commas"),
        reader.text(
            "DATELINE_PREFIX",
            Channel.DEFAULT_PREFIX,
            PREFIX.asMatchPredicate(),
            "at most 200 letters, digits or . _ -"),
        reader.integer("KAFKA_PARTITIONS", DEFAULT_PARTITIONS, 1, 1000),
        reader.integer("KAFKA_REPLICATION", 1, 1, 7),
        reader.duration("KAFKA_START_WAIT", DEFAULT_START_WAIT));
  }

  private static boolean areAddresses(String text) {
    for (String address : text.split(",", -1)) {
      Matcher parts = ADDRESS.matcher(address.strip());
      if (!parts.matches() || Integer.parseInt(parts.group(1)) > MAX_PORT) {
        return false;
      }
    }
    return true;
  }

  /** A broker on this machine with all defaults. */
  public static KafkaSettings local(String bootstrap) {
    return new KafkaSettings(bootstrap, Channel.DEFAULT_PREFIX, DEFAULT_PARTITIONS, 1);
  }

  /** The Kafka topic of a channel. */
  public String topic(Channel channel) {
    return channel.name(prefix);
  }

  /** Properties common to all clients; a fresh map each time. */
  public Map<String, Object> client() {
    Map<String, Object> properties = new HashMap<>();
    properties.put("bootstrap.servers", bootstrap);
    properties.put("reconnect.backoff.max.ms", 2_000);
    return properties;
  }

  /** For a producer that loses and repeats nothing: idempotent, acks=all, lz4. */
  public Map<String, Object> producer() {
    Map<String, Object> properties = client();
    properties.put("acks", "all");
    properties.put("enable.idempotence", true);
    properties.put("compression.type", "lz4");
    properties.put("max.request.size", MAX_RECORD_BYTES);
    properties.put("key.serializer", "org.apache.kafka.common.serialization.StringSerializer");
    properties.put("value.serializer", "org.apache.kafka.common.serialization.ByteArraySerializer");
    return properties;
  }

  /** For a consumer that sees committed records only and commits nothing by itself. */
  public Map<String, Object> consumer() {
    Map<String, Object> properties = client();
    properties.put("isolation.level", "read_committed");
    properties.put("enable.auto.commit", false);
    properties.put("auto.offset.reset", "earliest");
    properties.put("key.deserializer", "org.apache.kafka.common.serialization.StringDeserializer");
    properties.put(
        "value.deserializer", "org.apache.kafka.common.serialization.ByteArrayDeserializer");
    return properties;
  }

  /**
   * For a consumer that shares a channel's partitions with the others of its group. The classic
   * protocol, with the assignor that leaves everybody what it has: consumers of the newer one
   * (KIP-848) spin on two cores in Kafka 4.3 as long as no broker answers.
   *
   * @param group its name behind the prefix
   */
  public Map<String, Object> groupConsumer(String group) {
    Map<String, Object> properties = consumer();
    properties.put("group.id", prefix + group);
    properties.put("group.protocol", "classic");
    properties.put(
        "partition.assignment.strategy",
        "org.apache.kafka.clients.consumer.CooperativeStickyAssignor");
    properties.put("session.timeout.ms", GROUP_SESSION_MILLIS);
    properties.put("heartbeat.interval.ms", GROUP_SESSION_MILLIS / 4);
    return properties;
  }

  /** A member of a group that is silent for so long is dead; the least that brokers take. */
  public static final int GROUP_SESSION_MILLIS = 6_000;

  /**
   * Requests that a transactional producer has under way to a broker. With more, the second request
   * of a transaction overtakes a first one that the broker asked to come again (the transaction
   * before is still being closed, the partition has no leader yet) and is refused as out of order.
   */
  public static final int TRANSACTIONAL_IN_FLIGHT = 1;

  /** Largest record on any channel, in bytes. */
  public static final int MAX_RECORD_BYTES = 16 * 1024 * 1024;
}
