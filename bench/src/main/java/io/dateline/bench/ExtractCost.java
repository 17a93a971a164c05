package io.dateline.bench;

import io.dateline.ingest.extract.ArticleExtractor;
import io.dateline.ingest.extract.ExtractLimits;
import io.dateline.ingest.extract.ExtractResult;
import io.dateline.ingest.extract.PageBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;

/**
 * What an extraction costs: its processor time against that of a bare {@code Jsoup.parse} of the
 * same bytes, what it holds in memory at most, how both grow with the page; at last {@link
 * ExtractStress}.
 *
 * <p>Usage: {@code ExtractCost [SHARED [SEED]]}. Times are of one thread's processor, so other
 * programs on the machine disturb them little.
 */
public final class ExtractCost {

  private static final int ROUNDS = 30;

  /** Processor time for which the compiler is only warmed up, a set. */
  private static final Duration WARM = Duration.ofSeconds(40);

  private static final int MEGABYTE = 1_000_000;
  private static final int[] SIZES = {1, 2, 4, 8, 10};
  private static final String URL = "https://example.org/a";

  private final ArticleExtractor extractor = new ArticleExtractor();
  private long taken;

  private ExtractCost() {}

  /** Prints the ratio for each set that is here, then the table of growth. */
  public static void main(String[] args) throws IOException {
    Path shared = Path.of(args.length > 0 ? args[0] : "../shared");
    ExtractCost cost = new ExtractCost();
    for (String set : List.of("publishers", "zyte")) {
      Path pages = shared.resolve("eval/extract").resolve(set).resolve("pages");
      if (Files.isDirectory(pages)) {
        cost.ratio(set, PageFiles.all(pages));
      } else {
        System.out.println("extract cost: skipped, " + pages + " is not here");
      }
    }
    System.out.println("| page | MB | ms | ms a MB | held, x the page | allocated, x the page |");
    System.out.println("|---|---|---|---|---|---|");
    cost.grow("paragraphs", mb -> page("<p class=text>The ferry left at noon.</p>\n", mb));
    cost.grow("nested div, too dense", mb -> page("<div>", mb));
    cost.grow("nested div", mb -> page("<div>as dense as it will be accepted, ", mb));
    cost.grow(
        "nested quotes",
        mb ->
            page("<blockquote><p>each tag has thirty-seven bytes or more, as it was asked. ", mb));
    cost.grow("unclosed b", mb -> page("<b>as dense as it will be accepted, ok ", mb));
    cost.grow("attributes in one tag", ExtractCost::attributes);
    cost.grow("one attribute", mb -> page("<p title=\"" + "x".repeat(mb * MEGABYTE - 100), 0));
    System.out.println("extract cost: " + cost.taken + " articles");
    ExtractStress.main(args);
  }

  /** The median over the rounds of the two times, measured in turn. */
  private void ratio(String set, List<byte[]> pages) throws IOException {
    for (long end = processorNanos() + WARM.toNanos(); processorNanos() < end; ) {
      parse(pages);
      extract(pages);
    }
    double[] parse = new double[ROUNDS];
    double[] extract = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      parse[round] = parse(pages);
      extract[round] = extract(pages);
    }
    Arrays.sort(parse);
    Arrays.sort(extract);
    System.out.printf(
        Locale.ROOT,
        "extract cost: %s: parse %.2f ms, extract %.2f ms a page, ratio %.2f, held %.1f x the"
            + " page%n",
        set,
        parse[ROUNDS / 2],
        extract[ROUNDS / 2],
        extract[ROUNDS / 2] / parse[ROUNDS / 2],
        held(pages));
  }

  /** Milliseconds of the processor a page. */
  private double parse(List<byte[]> pages) throws IOException {
    long start = processorNanos();
    for (byte[] page : pages) {
      taken += Jsoup.parse(new ByteArrayInputStream(page), null, URL).childNodeSize() < 0 ? 1 : 0;
    }
    return (processorNanos() - start) / 1e6 / pages.size();
  }

  /** Milliseconds of the processor a page. */
  private double extract(List<byte[]> pages) {
    long start = processorNanos();
    for (byte[] page : pages) {
      take(extractor, page);
    }
    return (processorNanos() - start) / 1e6 / pages.size();
  }

  /** Over all pages: bytes held at most, over bytes of the pages. */
  private double held(List<byte[]> pages) {
    double held = 0;
    double bytes = 0;
    for (byte[] page : pages) {
      held += held(page);
      bytes += page.length;
    }
    return held / bytes;
  }

  private void take(ArticleExtractor by, byte[] page) {
    taken += by.extract(PageBytes.of(page, URL)) instanceof ExtractResult.Extracted ? 1 : 0;
  }

  private interface Maker {
    byte[] make(int megabytes);
  }

  private void grow(String name, Maker maker) {
    for (int megabytes : SIZES) {
      byte[] page = maker.make(megabytes);
      take(extractor, page);
      double best = Double.MAX_VALUE;
      long allocated = allocated();
      for (int i = 0; i < 2; i++) {
        long start = processorNanos();
        take(extractor, page);
        best = Math.min(best, (processorNanos() - start) / 1e6);
      }
      System.out.printf(
          Locale.ROOT,
          "| %s | %d | %.0f | %.0f | %.1f | %.1f |%n",
          name,
          megabytes,
          best,
          best / megabytes,
          (double) held(page) / page.length,
          (allocated() - allocated) / 2.0 / page.length);
    }
  }

  /**
   * The most bytes that are reachable while a page is read, the page itself aside: the extractor
   * asks its ticker when the tree stands and then again and again, and each power of two of these
   * moments the heap is collected and measured.
   */
  private long held(byte[] page) {
    long[] most = {0, 0, 0};
    ArticleExtractor watched =
        new ArticleExtractor(
            ExtractLimits.DEFAULT,
            () -> {
              if (Long.bitCount(++most[0]) == 1) {
                most[1] = Math.max(most[1], usedBytes() - most[2]);
              }
              return 0;
            });
    most[2] = usedBytes();
    take(watched, page);
    return most[1];
  }

  private static long usedBytes() {
    System.gc();
    var memory = ManagementFactory.getMemoryMXBean();
    return memory.getHeapMemoryUsage().getUsed();
  }

  private static long processorNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long allocated() {
    return ManagementFactory.getPlatformMXBean(com.sun.management.ThreadMXBean.class)
        .getCurrentThreadAllocatedBytes();
  }

  private static byte[] page(String part, int megabytes) {
    String start = "<!doctype html><html><head><title>Ferry</title></head><body><h1>Ferry</h1>";
    int times = Math.max(1, (megabytes * MEGABYTE - start.length()) / part.length());
    return (start + part.repeat(times)).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] attributes(int megabytes) {
    StringBuilder out = new StringBuilder("<h1>Ferry</h1><p");
    for (int i = 0; out.length() < megabytes * MEGABYTE - 100; i++) {
      out.append(" title").append(i).append("=\"").append(i).append('"');
    }
    return out.append(">Text of the paragraph").toString().getBytes(StandardCharsets.UTF_8);
  }
}
