package io.dateline.bench;

import io.dateline.ingest.extract.ArticleExtractor;
import io.dateline.ingest.extract.ExtractResult;
import io.dateline.ingest.extract.PageBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Times extraction against a bare {@code Jsoup.parse} of the same bytes in the same run.
 *
 * <p>Usage: {@code ExtractBenchmark}; needs the shared pages and says so when they are not there.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ExtractBenchmark {

  private static final Path PAGES =
      Path.of(System.getProperty("dateline.shared", "../shared"), "eval/extract/publishers/pages");
  private static final String URL = "https://example.org/a";

  private final List<byte[]> pages = new ArrayList<>();
  private ArticleExtractor extractor = new ArticleExtractor();

  /** Reads the pages into memory. */
  @Setup
  public void read() throws IOException {
    extractor = new ArticleExtractor();
    try (Stream<Path> files = Files.list(PAGES)) {
      for (Path file : files.sorted().toList()) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
          pages.add(in.readAllBytes());
        }
      }
    }
  }

  /** The floor: parsing and nothing else. */
  @Benchmark
  public void parse(Blackhole hole) throws IOException {
    for (byte[] page : pages) {
      Document document = Jsoup.parse(new ByteArrayInputStream(page), null, URL);
      hole.consume(document);
    }
  }

  /** Bytes to article. */
  @Benchmark
  public void extract(Blackhole hole) {
    for (byte[] page : pages) {
      ExtractResult result = extractor.extract(PageBytes.of(page, URL));
      hole.consume(result);
    }
  }

  /** Runs both in this JVM and prints the ratio. */
  public static void main(String[] args) throws RunnerException {
    if (!Files.isDirectory(PAGES)) {
      System.out.println("extract benchmark: skipped, " + PAGES + " is not here");
      return;
    }
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(ExtractBenchmark.class.getSimpleName())
                    .forks(0)
                    .threads(1)
                    .warmupIterations(5)
                    .warmupTime(TimeValue.seconds(3))
                    .measurementIterations(5)
                    .measurementTime(TimeValue.seconds(3))
                    .build())
            .run();
    double parse = score(results, "parse");
    double extract = score(results, "extract");
    System.out.printf(
        Locale.ROOT, "extract benchmark: ratio to bare Jsoup.parse %.2f%n", extract / parse);
  }

  private static double score(Collection<RunResult> results, String name) {
    for (RunResult result : results) {
      if (result.getParams().getBenchmark().endsWith("." + name)) {
        return result.getPrimaryResult().getScore();
      }
    }
    throw new IllegalStateException("no result of " + name);
  }
}
