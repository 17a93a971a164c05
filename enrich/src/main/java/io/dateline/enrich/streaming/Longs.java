package io.dateline.enrich.streaming;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Short lists of numbers as bytes, the newest first. */
final class Longs {

  private Longs() {}

  static long[] read(byte @Nullable [] bytes) {
    if (bytes == null) {
      return new long[0];
    }
    long[] values = new long[bytes.length / Long.BYTES];
    ByteBuffer.wrap(bytes).asLongBuffer().get(values);
    return values;
  }

  /** The list with a value moved or put to its front, cut to a length. */
  static byte[] withFirst(byte @Nullable [] bytes, long first, int most) {
    ByteBuffer out = ByteBuffer.allocate(most * Long.BYTES).putLong(first);
    for (long value : read(bytes)) {
      if (value != first && out.hasRemaining()) {
        out.putLong(value);
      }
    }
    return java.util.Arrays.copyOf(out.array(), out.position());
  }
}
