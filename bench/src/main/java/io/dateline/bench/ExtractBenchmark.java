package io.dateline.bench;

import io.dateline.ingest.extract.ArticleExtractor;
import io.dateline.ingest.extract.ExtractResult;
import io.dateline.ingest.extract.PageBytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
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
 * <p>Usage: {@code ExtractBenchmark}, two and a half minutes a set; needs the shared pages (system
 * property {@code dateline.shared}, {@code ../shared}) and says so when they are not there.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ExtractBenchmark {

  private static final String SHARED = "dateline.shared";
  private static final List<String> SETS = List.of("publishers", "zyte");
  private static final String URL = "https://example.org/a";

  /** Whose pages. */
  @Param({"publishers", "zyte"})
  public String set = "";

  private List<byte[]> pages = List.of();
  private ArticleExtractor extractor = new ArticleExtractor();

  /** Reads the pages into memory. */
  @Setup
  public void read() throws IOException {
    extractor = new ArticleExtractor();
    pages = PageFiles.all(pages(set));
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

  /** Runs each in a JVM of its own and prints the ratio for each set. */
  public static void main(String[] args) throws RunnerException {
    for (String set : SETS) {
      if (Files.isDirectory(pages(set))) {
        compare(set);
      } else {
        System.out.println("extract benchmark: skipped, " + pages(set) + " is not here");
      }
    }
  }

  private static Path pages(String set) {
    return Path.of(System.getProperty(SHARED, "../shared"), "eval/extract", set, "pages");
  }

  private static void compare(String set) throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(ExtractBenchmark.class.getSimpleName())
                    .param("set", set)
                    .forks(1)
                    .threads(1)
                    .warmupIterations(6)
                    .warmupTime(TimeValue.seconds(5))
                    .measurementIterations(6)
                    .measurementTime(TimeValue.seconds(3))
                    .build())
            .run();
    System.out.printf(
        Locale.ROOT,
        "extract benchmark: %s: ratio to bare Jsoup.parse %.2f%n",
        set,
        score(results, "extract") / score(results, "parse"));
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
