package io.dateline.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why something left the line, with what is needed to replay it.
 *
 * @param stage where it left
 * @param reason bounded: a metric tag
 * @param detail for people: names the input and what is wrong, cut at {@value #MAX_DETAIL_CHARS}
 *     UTF-16 units
 * @param subject the url or uri it is about
 * @param origin where the bytes can be found again: "topic-partition@offset", "file.warc.gz@byte",
 *     a URL
 * @param source the outlet, when known
 * @param payload the bytes themselves, when they are small enough and not to be had from the origin
 * @param at when it left
 */
public record Rejection(
    Stage stage,
    Reason reason,
    String detail,
    String subject,
    @Nullable String origin,
    @Nullable SourceId source,
    byte @Nullable [] payload,
    @Nullable Instant at) {

  /** Longest detail, in UTF-16 units. */
  public static final int MAX_DETAIL_CHARS = 1_000;

  /** Largest payload kept, in bytes. */
  public static final int MAX_PAYLOAD_BYTES = 1_000_000;

  /** Cuts the detail and drops a payload over the limit. */
  public Rejection {
    if (detail.length() > MAX_DETAIL_CHARS) {
      detail = detail.substring(0, MAX_DETAIL_CHARS);
    }
    if (payload != null && payload.length > MAX_PAYLOAD_BYTES) {
      payload = null;
    }
  }

  /** A rejection of which only the essentials are known. */
  public static Rejection of(Stage stage, Reason reason, String detail, String subject) {
    return new Rejection(stage, reason, detail, subject, null, null, null, null);
  }

  /** The same with origin, source and time. */
  public Rejection from(@Nullable String where, @Nullable SourceId id, Instant when) {
    return new Rejection(stage, reason, detail, subject, where, id, payload, when);
  }
}
