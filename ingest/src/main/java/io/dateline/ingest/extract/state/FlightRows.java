package io.dateline.ingest.extract.state;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows of React's Flight protocol, in which server components arrive: {@code id:json} up to a
 * line break, or {@code id:Tlength,text} with a length in hexadecimal bytes of UTF-8.
 */
final class FlightRows {

  private static final int MAX_ROWS = 5_000;

  private final String stream;
  private int at;

  private FlightRows(String stream) {
    this.stream = stream;
  }

  /** What the rows hold: JSON or plain text. */
  static List<String> of(String stream) {
    FlightRows rows = new FlightRows(stream);
    List<String> contents = new ArrayList<>();
    while (rows.at < stream.length() && contents.size() < MAX_ROWS) {
      contents.add(rows.next());
    }
    return contents;
  }

  private String next() {
    while (at < stream.length() && Character.digit(stream.charAt(at), 16) >= 0) {
      at++;
    }
    if (at < stream.length() && stream.charAt(at) == ':') {
      at++;
    }
    int comma = stream.startsWith("T", at) ? stream.indexOf(',', at) : -1;
    int bytes = comma < 0 ? -1 : hex(stream.substring(at + 1, comma));
    int start = bytes < 0 ? at : comma + 1;
    int end = bytes < 0 ? lineEnd() : endOfBytes(start, bytes);
    at = bytes < 0 ? Math.min(end + 1, stream.length()) : end;
    return stream.substring(start, end);
  }

  private int lineEnd() {
    int end = stream.indexOf('\n', at);
    return end < 0 ? stream.length() : end;
  }

  /** A length; -1 when it is none. */
  private static int hex(String digits) {
    boolean good = !digits.isEmpty() && digits.length() <= 6;
    for (int i = 0; i < digits.length() && good; i++) {
      good = Character.digit(digits.charAt(i), 16) >= 0;
    }
    return good ? Integer.parseInt(digits, 16) : -1;
  }

  private int endOfBytes(int start, int bytes) {
    int left = bytes;
    int end = start;
    while (end < stream.length() && left > 0) {
      char c = stream.charAt(end++);
      left -= c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return end;
  }
}
