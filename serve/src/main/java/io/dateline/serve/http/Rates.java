package io.dateline.serve.http;

import io.dateline.runtime.SettingsReader;

/**
 * How many requests a second one client may make in the long run. After a pause it may make some at
 * once: 40 seconds' worth of streams, 10 seconds' worth of everything else.
 *
 * @param read GET of the API
 * @param change anything that changes something, previews too
 * @param stream opening a live stream
 * @param login trying a token
 */
public record Rates(int read, int change, int stream, int login) {

  /** Unless set otherwise. */
  public static final Rates DEFAULT = new Rates(200, 50, 50, 1);

  private static final int MAX = 1_000_000;

  /** Reads SERVE_RATE_READ, SERVE_RATE_CHANGE, SERVE_RATE_STREAM and SERVE_RATE_LOGIN. */
  public static Rates from(SettingsReader reader) {
    return new Rates(
        reader.integer("SERVE_RATE_READ", DEFAULT.read, 1, MAX),
        reader.integer("SERVE_RATE_CHANGE", DEFAULT.change, 1, MAX),
        reader.integer("SERVE_RATE_STREAM", DEFAULT.stream, 1, MAX),
        reader.integer("SERVE_RATE_LOGIN", DEFAULT.login, 1, MAX));
  }
}
