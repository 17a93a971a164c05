package io.dateline.ingest.fetch;

import io.dateline.runtime.outbound.HostLookup;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;

/** Real fetchers with short deadlines, for tests against servers that misbehave. */
final class Fetchers implements AutoCloseable {
  private static final FetchLimits LIMITS =
      new FetchLimits(Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofMillis(1_500));

  /** One exchange, without manners. */
  final HttpFetcher http =
      new HttpFetcher("Datelinebot/test", LIMITS, HostLookup.SYSTEM, InstantSource.system());

  private final PoliteFetcher polite = polite(false);

  /** A polite fetcher of its own memory. */
  PoliteFetcher polite(boolean obeyRobots) {
    return new PoliteFetcher(
        http,
        new Politeness("Datelinebot", Duration.ofMillis(1), 1, obeyRobots),
        InstantSource.system());
  }

  FetchResult fetch(RawServer server, String path, Kind kind) throws InterruptedException {
    return polite.get(
        new FetchRequest(server.url(path), kind, Validators.NONE, null, server.allowed()));
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    http.close();
  }
}
