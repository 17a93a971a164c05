package io.dateline.serve.live;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads the channel for one client from where it stands until it can join the others. */
final class Replay implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(500);

  private final LiveFeed feed;
  private final Consumer<String, byte[]> consumer;
  private final List<TopicPartition> partitions;
  private Positions positions;

  /** Starts at the request's time, or else at these positions. */
  Replay(LiveFeed feed, StreamRequest.Start start, Positions from) {
    this.feed = feed;
    consumer = feed.consumers().create();
    partitions = ChannelFollower.partitions(consumer, feed.topic());
    consumer.assign(partitions);
    positions = start instanceof StreamRequest.Since since ? at(since, from) : from;
    partitions.forEach(p -> consumer.seek(p, positions.next().get(p.partition())));
  }

  private Positions at(StreamRequest.Since since, Positions otherwise) {
    Map<TopicPartition, Long> times = new HashMap<>();
    partitions.forEach(p -> times.put(p, Math.max(0, since.time().toEpochMilli())));
    Positions found = otherwise;
    for (var entry : consumer.offsetsForTimes(times).entrySet()) {
      if (entry.getValue() != null) {
        long offset = entry.getValue().offset();
        int partition = entry.getKey().partition();
        found = found.with(partition, Math.min(offset, found.next().get(partition)));
      }
    }
    return found;
  }

  Positions positions() {
    return positions;
  }

  /** Sends what the client missed and lets it join without a gap or a repeat. */
  Hub.Joined catchUp(Hub hub, StreamFilter filter, EventSink sink) throws IOException {
    while (true) {
      Optional<Hub.Joined> joined = hub.join(filter, positions);
      if (joined.isPresent()) {
        return joined.get();
      }
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        send(record, filter, sink);
      }
      // transaction markers take offsets too: take over where the consumer really stands
      for (TopicPartition partition : partitions) {
        positions = positions.with(partition.partition(), consumer.position(partition));
      }
    }
  }

  private void send(ConsumerRecord<String, byte[]> record, StreamFilter filter, EventSink sink)
      throws IOException {
    Optional<LiveEvent> event = feed.read(record, positions);
    positions = positions.with(record.partition(), record.offset() + 1);
    if (event.isPresent() && filter.wants(event.get())) {
      sink.write(SseFrames.id(positions));
      sink.write(event.get().frame());
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
