package io.dateline.ingest.fetch;

import static io.dateline.ingest.fetch.Fetchers.ascii;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.ingest.fetch.FetchResult.Failed;
import io.dateline.ingest.fetch.FetchResult.Fetched;
import io.dateline.ingest.fetch.FetchResult.Redirected;
import io.dateline.model.Reason;
import io.dateline.model.SourceId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Cookies, redirects, and pauses that outlive a fetcher. */
class MannersTest {

  @RegisterExtension final Fetchers fetchers = new Fetchers();

  private static FetchRequest of(String source, RawServer server, String path) {
    return new FetchRequest(
        server.url(path), Kind.PAGE, Validators.NONE, new SourceId(source), server.allowed());
  }

  @Test
  void aCookieComesBackFromItsSourceAlone() throws Exception {
    byte[] answer =
        ascii(
            "HTTP/1.1 200 OK\r\nSet-Cookie: consent=yes; Path=/\r\nContent-Length: 2\r\n"
                + "Connection: close\r\n\r\nok");
    try (RawServer server = RawServer.of(answer)) {
      PoliteFetcher polite = fetchers.polite(false);
      for (FetchRequest request :
          List.of(of("one", server, "/1"), of("one", server, "/2"), of("two", server, "/3"))) {
        assertThat(polite.get(request)).isInstanceOf(Fetched.class);
      }
      assertThat(server.headers())
          .filteredOn(h -> h.toLowerCase(java.util.Locale.ROOT).contains(" cookie:"))
          .containsExactly("/2 Cookie: consent=yes");
    }
  }

  @Test
  void aRedirectNeverLeadsFromHttpsToHttp() {
    FetchRequest from = FetchRequest.of("https://example.org/a", Kind.PAGE);
    List<String> hops = List.of(from.url());
    Failed refused = PoliteFetcher.refuse(new Redirected("http://example.org/a", true), from, hops);
    assertThat(refused).isNotNull();
    assertThat(refused.reason()).isEqualTo(Reason.REDIRECTS);
    assertThat(refused.isTransient()).isFalse();
    assertThat(PoliteFetcher.refuse(new Redirected("https://example.org/b", true), from, hops))
        .isNull();
  }

  @Test
  void aCrawlDelayOfBeforeTheStopHoldsFromTheFirstRequest() throws Exception {
    try (RawServer server =
        RawServer.of(ascii("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"))) {
      PoliteFetcher started =
          new PoliteFetcher(
              fetchers.http,
              new Politeness("Datelinebot", Duration.ofMillis(1), 1, true),
              InstantSource.system());
      started.remember(PoliteFetcher.host(server.url("/")), Duration.ofMillis(600));
      long begun = System.nanoTime();
      assertThat(started.get(of("one", server, "/1"))).isInstanceOf(Fetched.class);
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(590));
      assertThat(server.paths()).containsExactly("/robots.txt", "/1");
    }
  }
}
