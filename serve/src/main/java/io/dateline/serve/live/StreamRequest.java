package io.dateline.serve.live;

import java.time.Instant;

/**
 * What a client asks to be sent.
 *
 * @param filter which articles it wants; erasures are sent to everyone
 * @param start where it starts
 */
public record StreamRequest(StreamFilter filter, Start start) {

  /** Where a stream starts. */
  public sealed interface Start {}

  /** With the next article. */
  public record Live() implements Start {}

  /** Where an earlier stream ended. */
  public record After(Positions positions) implements Start {}

  /** With the first article published at or after a time. */
  public record Since(Instant time) implements Start {}
}
