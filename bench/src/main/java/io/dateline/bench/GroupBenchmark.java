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
 * are remembered, and what they cost in memory. Beside it, in the same minutes, one that remembers
 * the last ten thousand only: what other work costs on the machine is in both figures.
 *
 * <p>Arguments: articles to remember (1000000), seed (1).
 */
public final class GroupBenchmark {

  /** Articles made before they are grouped: few, for they come warm from a parser elsewhere. */
  private static final int BATCH = 200;

  private static final int FEW = 10_000;

  /** Both are measured over so many articles before each line. */
  private static final int MEASURED = 20_000;

  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  private static final Duration BETWEEN = Duration.ofMillis(800);

  private final SyntheticWire wire;
  private final Grouper grouper;
  private final int capacity;

  private GroupBenchmark(int capacity, long seed) {
    this.capacity = capacity;
    wire = new SyntheticWire(seed);
    grouper = remembering(capacity);
  }

  private static Grouper remembering(int articles) {
    return new Grouper(new MemoryCopyState(articles), new MemoryStoryState(articles));
  }

  /** Prints articles a second and bytes an article at each step. */
  public static void main(String[] args) {
    int capacity = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
    new GroupBenchmark(capacity, args.length > 1 ? Long.parseLong(args[1]) : 1).run();
  }

  private void run() {
    long before = usedBytes();
    int done = 0;
    for (int step = FEW + MEASURED; done < capacity * 11L / 10; step = next(step)) {
      for (; done < step - FEW - MEASURED; done += BATCH) {
        group(grouper, batch(), done);
      }
      Grouper few = remembering(FEW);
      for (; done < step - MEASURED; done += BATCH) {
        List<Article> batch = batch();
        group(grouper, batch, done);
        group(few, batch, done);
      }
      long many = 0;
      long least = 0;
      for (; done < step; done += BATCH) {
        List<Article> batch = batch();
        boolean manyFirst = done / BATCH % 2 == 0;
        many += manyFirst ? group(grouper, batch, done) : 0;
        least += group(few, batch, done);
        many += manyFirst ? 0 : group(grouper, batch, done);
      }
      long bytes = usedBytes() - before;
      System.out.printf(
          "%,9d articles: %,6.0f articles/s, %,d MB (%d B each); %,d remembered: %,6.0f, ratio"
              + " %.2f%n",
          done,
          MEASURED * 1e9 / many,
          bytes >> 20,
          bytes / done,
          FEW,
          MEASURED * 1e9 / least,
          (double) least / many);
    }
  }

  private int next(int step) {
    return step < 100_000 ? step * 3 : step + capacity / 5;
  }

  private List<Article> batch() {
    List<Article> batch = new ArrayList<>(BATCH);
    for (int i = 0; i < BATCH; i++) {
      batch.add(wire.next());
    }
    return batch;
  }

  /** Nanoseconds of this thread's processor time: it holds on a machine that others use too. */
  private static long group(Grouper grouper, List<Article> batch, int done) {
    long from = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (Article article : batch) {
      Instant at = START.plus(BETWEEN.multipliedBy(done++));
      grouper.group(article, List.of(), new LanguageTag("en"), at);
    }
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - from;
  }

  private static long usedBytes() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
