package io.dateline.serve.live;

import io.dateline.model.SourceHealth;
import io.dateline.model.ninjs.CodecException;
import io.dateline.model.ninjs.SourceHealthCodec;
import io.dateline.runtime.Platform;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the sources are, as the source health channel last said. Thread-safe. */
public final class SourceStates implements ChannelFollower.Reading {
  private static final Logger LOG = LoggerFactory.getLogger(SourceStates.class);

  private final Map<String, SourceHealth> states = new ConcurrentHashMap<>();

  /** Follows the channel into {@code states}; readiness part "source health". */
  public static ChannelFollower follow(
      SourceStates states, ConsumerFactory consumers, String topic, Platform platform) {
    var channels = new ChannelFollower.Channels("source health", List.of(topic));
    return ChannelFollower.start(channels, consumers, platform, states);
  }

  /** By source id, in the order of the ids. */
  public Map<String, SourceHealth> all() {
    return new TreeMap<>(states);
  }

  @Override
  public void take(ConsumerRecord<String, byte[]> record) {
    if (record.value() == null) {
      states.remove(record.key());
      return;
    }
    try {
      states.put(record.key(), SourceHealthCodec.fromJson(record.value()));
    } catch (CodecException e) {
      LOG.warn("source health {}@{}: {}", record.partition(), record.offset(), e.getMessage());
    }
  }
}
