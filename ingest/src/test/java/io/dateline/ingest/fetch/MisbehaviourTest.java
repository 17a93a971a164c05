package io.dateline.ingest.fetch;

import static io.dateline.ingest.fetch.Fetchers.ascii;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.ingest.feed.FeedReader;
import io.dateline.ingest.feed.FeedResult;
import io.dateline.ingest.fetch.FetchResult.Failed;
import io.dateline.ingest.fetch.FetchResult.Fetched;
import io.dateline.model.Reason;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MisbehaviourTest {

  @RegisterExtension final Fetchers fetchers = new Fetchers();

  @Test
  void silenceEndsAtTheHeaderDeadline() throws Exception {
    try (RawServer server = new RawServer((path, socket, out) -> Thread.sleep(5_000))) {
      long start = System.nanoTime();
      assertThat(fetchers.fetch(server, "/", Kind.PAGE))
          .isInstanceOfSatisfying(
              Failed.class, f -> assertThat(f.reason()).isEqualTo(Reason.TIMEOUT));
      assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
    }
  }

  @Test
  void dripOfBytesEndsAtTheTotalDeadline() throws Exception {
    try (RawServer server =
        new RawServer((path, socket, out) -> {
          out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"));
          for (int i = 0; i < 100; i++) {
            out.write('x');
            out.flush();
            Thread.sleep(100);
          }
        })) {
      long start = System.nanoTime();
      assertThat(fetchers.fetch(server, "/", Kind.PAGE))
          .isInstanceOfSatisfying(
              Failed.class, f -> assertThat(f.reason()).isEqualTo(Reason.TIMEOUT));
      assertThat(System.nanoTime() - start).isLessThan(3_000_000_000L);
    }
  }

  @Test
  void halfABodyIsNoArticle() throws Exception {
    try (RawServer server =
        RawServer.of(ascii("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"))) {
      assertThat(fetchers.fetch(server, "/", Kind.PAGE))
          .isInstanceOfSatisfying(
              Failed.class,
              f -> {
                assertThat(f.reason()).isEqualTo(Reason.BAD_BODY);
                assertThat(f.isTransient()).isTrue();
              });
    }
  }

  @Test
  void aServerThatHangsUpIsAskedOnceMore() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    byte[] answer = ascii("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok");
    try (RawServer server =
        new RawServer((path, socket, out) -> {
          if (path.equals("/never") || calls.getAndIncrement() == 0) {
            return;
          }
          out.write(answer);
        })) {
      assertThat(fetchers.fetch(server, "/once", Kind.PAGE)).isInstanceOf(Fetched.class);
      assertThat(fetchers.fetch(server, "/never", Kind.PAGE)).isInstanceOf(Failed.class);
      assertThat(server.paths()).containsExactly("/once", "/once", "/never", "/never");
    }
  }

  @Test
  void resetInTheBodyIsATypedFailure() throws Exception {
    try (RawServer server =
        new RawServer((path, socket, out) -> {
          out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"));
          out.flush();
          Thread.sleep(100);
          socket.setSoLinger(true, 0);
        })) {
      assertThat(fetchers.fetch(server, "/", Kind.PAGE)).isInstanceOf(Failed.class);
    }
  }

  @Test
  void redirectsToItselfAndChainsAreCut() throws Exception {
    try (RawServer loop = new RawServer((path, socket, out) -> out.write(redirect(path)));
        RawServer chain = new RawServer((path, socket, out) -> out.write(redirect(path + "x")));
        RawServer growing =
            new RawServer((path, socket, out) -> out.write(redirect(path + "a".repeat(1_024))))) {
      for (RawServer server : java.util.List.of(loop, chain, growing)) {
        assertThat(fetchers.fetch(server, "/a", Kind.PAGE)).isInstanceOf(Failed.class);
        assertThat(server.paths()).hasSizeLessThanOrEqualTo(FetchLimits.MAX_REDIRECTS + 1);
      }
    }
  }

  private static byte[] redirect(String to) {
    return ascii(
        "HTTP/1.1 302 Found\r\nLocation: "
            + to
            + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
  }

  @Test
  void anHourOfRetryAfterIsHonoured() throws Exception {
    String in1h =
        java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.format(
            java.time.ZonedDateTime.now(java.time.ZoneOffset.UTC).plusHours(1));
    try (RawServer server =
        RawServer.of(
            ascii(
                "HTTP/1.1 429 Too Many\r\nRetry-After: "
                    + in1h
                    + "\r\nContent-Length: 0\r\n\r\n"))) {
      assertThat(fetchers.fetch(server, "/a", Kind.PAGE)).isInstanceOf(Failed.class);
      assertThat(fetchers.fetch(server, "/b", Kind.PAGE))
          .isInstanceOfSatisfying(
              FetchResult.Postponed.class,
              p -> assertThat(p.pause()).isBetween(Duration.ofMinutes(58), Duration.ofMinutes(61)));
      assertThat(server.paths()).containsExactly("/a");
    }
  }

  @Test
  void feedSentAsAnImageIsReadByItsBytes() throws Exception {
    String feed =
        "<rss version='2.0'><channel><title>t</title><item><title>a</title></item></channel></rss>";
    try (RawServer server =
        RawServer.of(
            ascii(
                "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: "
                    + feed.length()
                    + "\r\n\r\n"
                    + feed))) {
      FetchResult result = fetchers.fetch(server, "/f", Kind.FEED);
      assertThat(result).isInstanceOf(Fetched.class);
      if (result instanceof Fetched f) {
        assertThat(FeedReader.read(f.body(), f.contentType(), f.url()))
            .isInstanceOf(FeedResult.Parsed.class);
      }
    }
  }
}
