package io.dateline.ingest.fetch;

import java.time.Duration;

/**
 * What one exchange may cost.
 *
 * @param connect longest wait for one connection, TLS included
 * @param headers longest wait for the first byte of the answer, and between two reads
 * @param total longest time from request to last byte
 */
public record FetchLimits(Duration connect, Duration headers, Duration total) {

  /** 5 s to connect, 10 s between reads, 30 s in all. */
  public static final FetchLimits DEFAULT =
      new FetchLimits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(30));

  /** Most hops of one fetch; the next is refused. */
  public static final int MAX_REDIRECTS = 5;

  /** Longest address fetched, in UTF-16 units. */
  public static final int MAX_URL_CHARS = 4_096;

  /** Longest line of a header, in bytes. */
  public static final int MAX_HEADER_LINE_BYTES = 16 * 1024;

  /** Most header lines. */
  public static final int MAX_HEADERS = 200;

  /** Most content codings stacked on one body. */
  public static final int MAX_CODINGS = 3;
}
