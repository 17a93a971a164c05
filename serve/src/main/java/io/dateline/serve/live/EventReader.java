package io.dateline.serve.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dateline.model.EnrichedArticle;
import io.dateline.model.EventHeaders;
import io.dateline.model.Reason;
import io.dateline.model.ninjs.CodecException;
import io.dateline.model.ninjs.EnrichedCodec;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns records of the enriched channel into events. */
final class EventReader {
  private static final Logger LOG = LoggerFactory.getLogger(EventReader.class);

  private final Consumer<Reason> rejected;

  EventReader(Consumer<Reason> rejected) {
    this.rejected = rejected;
  }

  /** The event of a record; empty, counted and logged when it is not what the contract says. */
  Optional<LiveEvent> read(ConsumerRecord<String, byte[]> record, Positions before) {
    try {
      byte[] value = record.value();
      EnrichedArticle article = value == null ? null : EnrichedCodec.fromJson(value);
      byte[] frame = SseFrames.article(record.key(), type(record).id(), value);
      Positions after = before.with(record.partition(), record.offset() + 1);
      return Optional.of(
          new LiveEvent(
              record.partition(), record.offset(), after, article, frame, record.timestamp()));
    } catch (CodecException e) {
      return skip(record, e.reason(), e);
    } catch (IllegalArgumentException e) {
      return skip(record, Reason.BAD_NINJS, e);
    }
  }

  private Optional<LiveEvent> skip(
      ConsumerRecord<String, byte[]> record, Reason reason, Exception cause) {
    rejected.accept(reason);
    LOG.warn(
        "{}-{}@{} is not streamed: {}",
        record.topic(),
        record.partition(),
        record.offset(),
        cause.getMessage());
    return Optional.empty();
  }

  private static EventHeaders.Type type(ConsumerRecord<String, byte[]> record) {
    Map<String, String> headers = new HashMap<>();
    for (Header header : record.headers()) {
      if (header.value() != null) {
        headers.put(header.key(), new String(header.value(), UTF_8));
      }
    }
    return EventHeaders.fromMap(headers).type();
  }
}
