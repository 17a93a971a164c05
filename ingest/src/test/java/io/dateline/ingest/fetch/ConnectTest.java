package io.dateline.ingest.fetch;

import static io.dateline.ingest.fetch.Fetchers.ascii;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.ingest.fetch.FetchResult.Fetched;
import io.dateline.runtime.outbound.PrivateHosts;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConnectTest {

  @Test
  void anIpv6ThatSwallowsEverythingCostsNothing() throws Exception {
    // 100::/64 is the discard prefix (RFC 6666): nothing sent there is ever answered
    InetAddress hole = InetAddress.ofLiteral("100::1");
    InetAddress here = InetAddress.ofLiteral("127.0.0.1");
    try (RawServer server =
            RawServer.of(
                ascii("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"));
        HttpFetcher http =
            new HttpFetcher(
                "Datelinebot/test",
                FetchLimits.DEFAULT,
                host -> new InetAddress[] {hole, here},
                InstantSource.system())) {
      int port = URI.create(server.url("/")).getPort();
      long start = System.nanoTime();
      FetchResult result =
          http.fetch(
              new FetchRequest(
                  "http://both.example:" + port + "/",
                  Kind.PAGE,
                  Validators.NONE,
                  null,
                  new PrivateHosts(Set.of("both.example"))));
      assertThat(result).isInstanceOf(Fetched.class);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    }
  }
}
