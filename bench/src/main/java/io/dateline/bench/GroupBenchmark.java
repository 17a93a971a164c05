package io.dateline.bench;

import io.dateline.enrich.duplicate.MemoryCopyState;
import io.dateline.enrich.story.Grouper;
import io.dateline.enrich.story.MemoryStoryState;
import io.dateline.model.Article;
import io.dateline.model.LanguageTag;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast one thread groups (articles per second of its processor time) while a million articles
 * are remembered, and what they cost in memory.
 *
 * <p>Arguments: articles to remember (1000000), seed (1).
 */
public final class GroupBenchmark {

  private static final int BATCH = 5_000;
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  private static final Duration BETWEEN = Duration.ofMillis(800);

  private GroupBenchmark() {}

  /** Prints articles a second and bytes an article at each step. */
  public static void main(String[] args) {
    int capacity = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    SyntheticWire wire = new SyntheticWire(args.length > 1 ? Long.parseLong(args[1]) : 1);
    Grouper grouper = new Grouper(new MemoryCopyState(capacity), new MemoryStoryState(capacity));
    int step = Math.min(10_000, capacity);
    long before = usedBytes();
    long nanos = 0;
    int sinceStep = 0;
    long copies = 0;
    for (int done = 0; done < capacity * 11L / 10; ) {
      List<Article> batch = new ArrayList<>(BATCH);
      for (int i = 0; i < BATCH; i++) {
        batch.add(wire.next());
      }
      long from = cpuNanos();
      for (Article article : batch) {
        Instant at = START.plus(BETWEEN.multipliedBy(done++));
        var grouping = grouper.group(article, List.of(), new LanguageTag("en"), at);
        copies += grouping.copies().id().equals(article.uri().value()) ? 0 : 1;
      }
      nanos += cpuNanos() - from;
      sinceStep += BATCH;
      if (done >= step) {
        double perSecond = sinceStep * 1e9 / nanos;
        long bytes = usedBytes() - before;
        System.out.printf(
            "%,9d articles: %,6.0f articles/s, %,d MB (%d B each), %d %% copies%n",
            done, perSecond, bytes >> 20, bytes / done, 100L * copies / done);
        nanos = 0;
        sinceStep = 0;
        step = done < 100_000 ? done * 3 : done + capacity / 5;
      }
    }
  }

  /** Processor time of this thread: the figure holds on a machine that others use too. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long usedBytes() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
