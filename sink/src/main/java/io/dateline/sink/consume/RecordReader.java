package io.dateline.sink.consume;

import io.dateline.model.ArticleUri;
import io.dateline.model.EventHeaders;
import io.dateline.model.Reason;
import io.dateline.model.Rejection;
import io.dateline.model.Stage;
import io.dateline.model.ninjs.CodecException;
import io.dateline.model.ninjs.EnrichedCodec;
import io.dateline.model.ninjs.RejectionCodec;
import io.dateline.model.ninjs.StoryLinksCodec;
import io.dateline.sink.store.Change;
import io.dateline.sink.store.Partition;
import io.dateline.sink.store.Position;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Records to changes. Whatever cannot be read becomes a rejection with its bytes. Pure. */
final class RecordReader {

  private RecordReader() {}

  /** What a record of the enriched channel does. */
  static Change enriched(Partition partition, ConsumerRecord<String, byte[]> record) {
    Position position = new Position(partition, record.offset());
    byte[] value = record.value();
    try {
      return value == null ? erase(position, record) : put(position, record, value);
    } catch (CodecException e) {
      return reject(position, record, e.reason(), String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      return reject(position, record, Reason.BAD_NINJS, String.valueOf(e.getMessage()));
    }
  }

  /** What a record of the rejected channel does. */
  static Change rejected(Partition partition, ConsumerRecord<String, byte[]> record) {
    Position position = new Position(partition, record.offset());
    byte[] value = record.value();
    if (value == null) {
      return reject(position, record, Reason.EMPTY, "a rejection without content");
    }
    try {
      Rejection rejection = RejectionCodec.fromJson(value);
      Instant at = rejection.at() == null ? timestamp(record) : rejection.at();
      return new Change.Reject(position, rejection, at);
    } catch (CodecException e) {
      return reject(position, record, e.reason(), String.valueOf(e.getMessage()));
    }
  }

  /** What a record of the channel of story links does. */
  static Change links(Partition partition, ConsumerRecord<String, byte[]> record) {
    Position position = new Position(partition, record.offset());
    byte[] value = record.value();
    if (value == null) {
      return reject(position, record, Reason.EMPTY, "links without content");
    }
    try {
      return new Change.Link(position, StoryLinksCodec.fromJson(value));
    } catch (CodecException e) {
      return reject(position, record, e.reason(), String.valueOf(e.getMessage()));
    }
  }

  /** The same record as a rejection of our own. */
  static Change.Reject reject(
      Position position, ConsumerRecord<String, byte[]> record, Reason reason, String detail) {
    String subject = record.key() == null ? "" : record.key();
    Rejection rejection =
        new Rejection(
            Stage.STORE,
            reason,
            detail,
            subject,
            position.origin(),
            null,
            record.value(),
            timestamp(record));
    return new Change.Reject(position, rejection, timestamp(record));
  }

  private static Change erase(Position position, ConsumerRecord<String, byte[]> record) {
    String key = record.key();
    if (key == null) {
      return reject(position, record, Reason.BAD_NINJS, "an erasure without a key");
    }
    ArticleUri uri = new ArticleUri(key);
    return new Change.Erase(position, uri.id(), uri.value());
  }

  private static Change put(Position position, ConsumerRecord<String, byte[]> record, byte[] value)
      throws CodecException {
    return new Change.Put(
        position, EnrichedCodec.fromJson(value), headers(record), value, timestamp(record));
  }

  private static Instant timestamp(ConsumerRecord<String, byte[]> record) {
    return Instant.ofEpochMilli(Math.max(0, record.timestamp()));
  }

  private static EventHeaders headers(ConsumerRecord<String, byte[]> record) {
    Map<String, String> map = new LinkedHashMap<>();
    for (Header header : record.headers()) {
      byte @Nullable [] value = header.value();
      if (value != null) {
        map.put(header.key(), new String(value, StandardCharsets.UTF_8));
      }
    }
    return EventHeaders.fromMap(map);
  }
}
