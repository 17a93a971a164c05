package io.dateline.serve.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.dateline.serve.format.ServedArticle;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes Server-Sent Events as the HTML standard's section 9.2 has them. */
final class SseFrames {

  private SseFrames() {}

  /** The part of a frame that is the same for all clients: event name, data, closing line. */
  static byte[] body(String event, byte[] data) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(data.length + 64);
    out.writeBytes(("event: " + event + "\ndata: ").getBytes(UTF_8));
    for (byte b : data) {
      if (b == '\n') {
        out.writeBytes("\ndata: ".getBytes(UTF_8));
      } else if (b != '\r') {
        out.write(b);
      }
    }
    out.writeBytes("\n\n".getBytes(UTF_8));
    return out.toByteArray();
  }

  /** The body of an article's frame; an erasure carries nothing but the uri. */
  static byte[] article(String key, String type, byte @Nullable [] value) {
    String event = type.substring(type.lastIndexOf('.') + 1);
    return value == null
        ? body("erased", ServedArticle.erased(key))
        : body(event, ServedArticle.withId(key, value));
  }

  /** The id line that opens a frame. */
  static byte[] id(Positions positions) {
    return ("id: " + positions + "\n").getBytes(UTF_8);
  }

  /** Parts one behind the other; they have so many bytes together. */
  static byte[] together(List<byte[]> parts, int bytes) {
    ByteBuffer all = ByteBuffer.allocate(bytes);
    parts.forEach(all::put);
    return all.array();
  }

  /** Opens a stream: how soon to come back, and where it starts. */
  static byte[] opening(Positions positions, int retryMillis) {
    return ("retry: " + retryMillis + "\nid: " + positions + "\n\n").getBytes(UTF_8);
  }

  /** Keeps the connection alive and moves the client's last event id without an event. */
  static byte[] heartbeat(Positions positions) {
    return (": heartbeat\nid: " + positions + "\n\n").getBytes(UTF_8);
  }

  /** Tells a client that it was too slow; its last event id stays where it was. */
  static byte[] lagged() {
    return body("lagged", "{\"reason\":\"slow\",\"resume\":\"Last-Event-ID\"}".getBytes(UTF_8));
  }
}
