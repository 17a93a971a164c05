package io.dateline.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.ingest.fetch.FetchResult.Failed;
import io.dateline.ingest.fetch.FetchResult.Fetched;
import io.dateline.model.Reason;
import io.dateline.runtime.outbound.PrivateHosts;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is believed over TLS, and that it is not left for less. */
class TlsTest {

  private static FetchRequest of(String url) {
    return new FetchRequest(
        url, Kind.PAGE, Validators.NONE, null, new PrivateHosts(Set.of("127.0.0.1")));
  }

  @Test
  void aCertificateOfNobodyKnownIsRefused(@TempDir Path folder) throws Exception {
    try (TlsServer server = new TlsServer(folder);
        Fetchers strangers = new Fetchers();
        Fetchers friends = server.trusting()) {
      assertThat(strangers.http.fetch(of(server.url("/")))).isInstanceOf(Failed.class);
      assertThat(friends.http.fetch(of(server.url("/")))).isInstanceOf(Fetched.class);
    }
  }

  @Test
  void aRedirectFromHttpsToHttpIsNotFollowed(@TempDir Path folder) throws Exception {
    try (TlsServer server = new TlsServer(folder);
        RawServer plain =
            RawServer.of(Fetchers.ascii("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"));
        Fetchers friends = server.trusting()) {
      server.redirect("/moved", server.url("/safe"));
      server.redirect("/safe-first", server.url("/down"));
      server.redirect("/down", plain.url("/secret"));
      PoliteFetcher polite = friends.polite(false);
      assertThat(polite.get(of(server.url("/moved"))))
          .isInstanceOfSatisfying(
              Fetched.class, fetched -> assertThat(fetched.url()).isEqualTo(server.url("/safe")));
      for (String path : new String[] {"/down", "/safe-first"}) {
        assertThat(polite.get(of(server.url(path))))
            .isInstanceOfSatisfying(
                Failed.class,
                failed -> {
                  assertThat(failed.reason()).isEqualTo(Reason.REDIRECTS);
                  assertThat(failed.detail()).contains("from https to http");
                });
      }
      assertThat(plain.paths()).isEmpty();
    }
  }
}
