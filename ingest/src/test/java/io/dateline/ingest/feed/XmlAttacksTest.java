package io.dateline.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.ingest.extract.ArticleExtractor;
import io.dateline.ingest.extract.Hints;
import io.dateline.ingest.extract.PageBytes;
import io.dateline.ingest.sitemap.SitemapReader;
import io.dateline.ingest.suite.Suite;
import io.dateline.ingest.suite.Suite.Score;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Bombs and outside entities: what they may cost, and that nobody is asked for anything. Alone in
 * its JVM: the heap is everybody's, and the tests of other classes fill it too.
 */
@Isolated
class XmlAttacksTest {

  private static final Duration MOST_CPU = Duration.ofSeconds(2);
  private static final long MOST_HEAP = 64L << 20;
  private static final String URL = "http://example.org/feed";

  /** Every connection by an address passes here first; sockets are those of other tests. */
  private static final class Watch extends ProxySelector {
    private final List<URI> asked = new CopyOnWriteArrayList<>();

    @Override
    public List<Proxy> select(URI uri) {
      if (!"socket".equals(uri.getScheme())) {
        asked.add(uri);
      }
      return List.of(Proxy.NO_PROXY);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException e) {
      select(uri);
    }
  }

  @Test
  void attacksCostLittleAndReachNothing() throws Exception {
    Score score = new Score("xml-attacks");
    Suite suite = Suite.of("xml-attacks");
    Watch watch = new Watch();
    ProxySelector before = ProxySelector.getDefault();
    ProxySelector.setDefault(watch);
    try {
      for (JsonNode c : suite.cases()) {
        byte[] bytes = unpacked(suite.bytes(c));
        long heap = heap();
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        String told = read(bytes, c.at("/in/file").asText());
        long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
        long grown = heap() - heap;
        boolean cheap = took < MOST_CPU.toNanos() && grown < MOST_HEAP;
        boolean silent = !told.contains("root:x:") && !told.contains("daemon:");
        boolean kept =
            !c.at("/expect/must").asText().startsWith("1 item") || told.contains("entries=[Feed");
        score.add(
            cheap && silent && kept && watch.asked.isEmpty(),
            c.path("id")
                + " %d ms, %d MB, asked %s".formatted(took / 1_000_000, grown >> 20, watch.asked));
      }
    } finally {
      ProxySelector.setDefault(before);
    }
    assertThat(score.print().share()).describedAs(score.wrong().toString()).isEqualTo(1);
  }

  /** As every kind of document that it might be taken for. */
  private static String read(byte[] bytes, String file) {
    StringBuilder told = new StringBuilder();
    told.append(FeedReader.read(bytes, "application/rss+xml", URL));
    told.append(SitemapReader.read(bytes, "application/xml", URL));
    if (file.contains("html")) {
      PageBytes page = new PageBytes(bytes, URL, "text/html", Hints.NONE);
      told.append(new ArticleExtractor().extract(page));
    }
    return told.toString();
  }

  private static byte[] unpacked(byte[] bytes) throws IOException {
    if (bytes.length < 2 || (bytes[0] & 0xFF) != 0x1F || (bytes[1] & 0xFF) != 0x8B) {
      return bytes;
    }
    try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    }
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
