package io.dateline.ingest.fetch;

import io.dateline.runtime.outbound.HostLookup;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Real fetchers with short deadlines, for tests against servers that misbehave. Registered as an
 * extension they are new for each test and closed after it.
 */
final class Fetchers implements AutoCloseable, AfterEachCallback {
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
  public void afterEach(ExtensionContext context) {
    close();
  }

  @Override
  public void close() {
    http.close();
  }
}
