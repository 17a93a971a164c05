package io.dateline.enrich.count;

import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * How many articles, or how many more or less.
 *
 * @param articles with copies
 * @param withoutCopies one for each text
 */
record Numbers(long articles, long withoutCopies) {

  static final Numbers NONE = new Numbers(0, 0);

  Numbers plus(Numbers more) {
    return new Numbers(articles + more.articles, withoutCopies + more.withoutCopies);
  }

  /** Two numbers of eight bytes each. */
  static Serde<Numbers> serde() {
    return Serdes.serdeFrom(
        (topic, numbers) ->
            numbers == null
                ? null
                : ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(numbers.articles)
                    .putLong(numbers.withoutCopies)
                    .array(),
        (topic, bytes) -> {
          if (bytes == null) {
            return null;
          }
          ByteBuffer buffer = ByteBuffer.wrap(bytes);
          return new Numbers(buffer.getLong(), buffer.getLong());
        });
  }
}
