package io.dateline.ingest.fetch;

import java.time.Duration;

/**
 * How hosts are treated.
 *
 * @param agentToken our product token in robots.txt
 * @param delay least pause between two requests to one host
 * @param connectionsPerHost requests to one host at a time
 * @param robots whether robots.txt is asked for and obeyed; off only in benchmarks
 */
public record Politeness(
    String agentToken, Duration delay, int connectionsPerHost, boolean robots) {

  /** One connection, one second. */
  public static final Politeness DEFAULT =
      new Politeness("Datelinebot", Duration.ofSeconds(1), 1, true);
}
