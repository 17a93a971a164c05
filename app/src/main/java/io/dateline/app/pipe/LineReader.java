package io.dateline.app.pipe;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads lines of bytes; an endless line does not fill the memory. */
final class LineReader {

  /** Longest line kept, in bytes; the JSON reader's own limit. */
  static final int MAX_LINE_BYTES = 32 * 1024 * 1024;

  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int position;
  private int end;
  private long number;

  LineReader(InputStream in) {
    this.in = new BufferedInputStream(in, BUFFER_BYTES);
  }

  /**
   * One line.
   *
   * @param number counts from 1
   * @param bytes without the line feed; cut at the limit
   * @param tooLong whether it was cut
   */
  record Line(long number, byte[] bytes, boolean tooLong) {}

  /** The next line that is not blank, null at the end. */
  @Nullable Line next() throws IOException {
    while (true) {
      Line line = any();
      if (line == null || !isBlank(line.bytes())) {
        return line;
      }
    }
  }

  private @Nullable Line any() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean tooLong = false;
    boolean seen = false;
    while (position < end || fill()) {
      seen = true;
      int stop = position;
      while (stop < end && buffer[stop] != '\n') {
        stop++;
      }
      int room = MAX_LINE_BYTES - line.size();
      tooLong |= stop - position > room;
      line.write(buffer, position, Math.min(stop - position, room));
      boolean complete = stop < end;
      position = complete ? stop + 1 : stop;
      if (complete) {
        break;
      }
    }
    number += seen ? 1 : 0;
    return seen ? new Line(number, line.toByteArray(), tooLong) : null;
  }

  private boolean fill() throws IOException {
    position = 0;
    end = Math.max(0, in.read(buffer, 0, buffer.length));
    return end > 0;
  }

  /** Whether a reader could go on without waiting. */
  boolean hasBuffered() throws IOException {
    return position < end || in.available() > 0;
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte b : bytes) {
      if (b != ' ' && b != '\r' && b != '\t') {
        return false;
      }
    }
    return true;
  }
}
