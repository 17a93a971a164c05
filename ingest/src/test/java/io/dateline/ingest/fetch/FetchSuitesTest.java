package io.dateline.ingest.fetch;

import static io.dateline.ingest.fetch.Fetchers.ascii;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.ingest.feed.FeedReader;
import io.dateline.ingest.feed.FeedResult;
import io.dateline.ingest.fetch.FetchResult.Fetched;
import io.dateline.ingest.sitemap.SitemapReader;
import io.dateline.ingest.sitemap.SitemapResult;
import io.dateline.ingest.suite.Suite;
import io.dateline.ingest.suite.Suite.Score;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The answers collected in the suites, from a real server, to real fetchers. */
class FetchSuitesTest {

  @RegisterExtension final Fetchers fetchers = new Fetchers();

  @Test
  void bodiesOfTheSuiteAreReadOrRefused() throws Exception {
    Score score = new Score("http-bodies");
    Suite suite = Suite.of("http-bodies");
    for (JsonNode c : suite.cases()) {
      byte[] body = suite.bytes(c);
      String coding =
          c.at("/in/content_encoding").isTextual()
              ? "Content-Encoding: " + c.at("/in/content_encoding").asText() + "\r\n"
              : "";
      byte[] head =
          ascii(
              "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n"
                  + coding
                  + "Content-Length: "
                  + body.length
                  + "\r\n\r\n");
      long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      long heap = heap();
      try (RawServer server =
          new RawServer((path, socket, out) -> {
            out.write(head);
            out.write(body);
          })) {
        FetchResult result = fetchers.fetch(server, "/f", Kind.FEED);
        String must = c.at("/expect/must").asText();
        String got = describe(result);
        boolean one = got.equals("1 item");
        boolean refused = got.equals("refused");
        boolean good =
            must.startsWith("1 item")
                ? one
                : must.startsWith("error or 1") ? one || refused : refused;
        boolean small = heap() - heap < 64L << 20;
        long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
        score.add(
            good && small && took < 2_000_000_000L, c.path("id") + " " + must + " got " + got);
      }
    }
    assertThat(score.print().share()).isEqualTo(1);
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static String describe(FetchResult result) {
    if (!(result instanceof Fetched fetched)) {
      return "refused";
    }
    if (SitemapReader.read(fetched.body(), fetched.contentType(), fetched.url())
        instanceof SitemapResult.Pages) {
      return "sitemap";
    }
    return switch (FeedReader.read(fetched.body(), fetched.contentType(), fetched.url())) {
      case FeedResult.Parsed parsed -> parsed.feed().entries().size() + " item";
      case FeedResult.Bad bad -> "refused";
    };
  }

  @Test
  void rawAnswersOfTheSuiteNeitherCrashNorHang() throws Exception {
    Score score = new Score("http-raw");
    Suite suite = Suite.of("http-raw");
    for (JsonNode c : suite.cases()) {
      byte[] answer = suite.bytes(c);
      long start = System.nanoTime();
      try (RawServer server = RawServer.of(answer)) {
        FetchResult result =
            fetchers.http.fetch(
                new FetchRequest(
                    server.url("/x"), Kind.PAGE, Validators.NONE, null, server.allowed()));
        int exit = c.at("/expect/curl_exit").asInt(0);
        boolean broken = exit == 18 || exit == 56 || exit == 61 || exit == 52;
        boolean stored = result instanceof Fetched;
        boolean inTime = System.nanoTime() - start < 2_500_000_000L;
        score.add(
            inTime && !(broken && stored),
            c.path("id") + " exit " + exit + " got " + result.getClass().getSimpleName());
      }
    }
    assertThat(score.print().share()).describedAs(score.wrong().toString()).isEqualTo(1);
  }

  @Test
  void robotsStatusRulesOfTheRfc() throws Exception {
    Score score = new Score("robots-http");
    for (JsonNode c : Suite.of("robots-http").cases()) {
      String kind = c.at("/in/server").asText();
      String robots =
          c.at("/in/robots")
              .asText()
              .replace("[499 KiB of comments]", ("#" + "x".repeat(99) + "\n").repeat(5_050));
      try (RawServer server =
          new RawServer((path, socket, out) -> out.write(robotsAnswer(path, kind, robots)))) {
        PoliteFetcher obeying = fetchers.polite(true);
        for (var wanted : c.at("/expect/allowed").properties()) {
          FetchResult result =
              obeying.get(
                  new FetchRequest(
                      server.url(wanted.getKey()),
                      Kind.PAGE,
                      Validators.NONE,
                      null,
                      server.allowed()));
          boolean allowed =
              !(result instanceof FetchResult.Disallowed)
                  && server.paths().contains(wanted.getKey());
          score.add(allowed == wanted.getValue().asBoolean(), c.path("id") + " " + result);
        }
      }
    }
    assertThat(score.print().share()).isEqualTo(1);
  }

  private static byte[] robotsAnswer(String path, String kind, String robots) {
    if (!path.startsWith("/robots")) {
      return ascii("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok");
    }
    if (kind.startsWith("301x")) {
      int hops = Integer.parseInt(kind.substring(4));
      int at =
          path.equals("/robots.txt") ? 0 : Integer.parseInt(path.substring("/robots".length()));
      if (at < hops) {
        return ascii(
            "HTTP/1.1 301 Moved\r\nLocation: /robots"
                + (at + 1)
                + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
      }
    }
    String status = kind.matches("\\d+") ? kind : "200";
    byte[] body = robots.getBytes(StandardCharsets.UTF_8);
    byte[] head =
        ascii(
            "HTTP/1.1 "
                + status
                + " X\r\nContent-Type: text/plain\r\nContent-Length: "
                + body.length
                + "\r\nConnection: close\r\n\r\n");
    byte[] all = java.util.Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }
}
