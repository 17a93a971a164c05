package io.dateline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dateline.ingest.extract.ArticleExtractor;
import io.dateline.ingest.extract.ExtractResult;
import io.dateline.ingest.extract.PageBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * What the worst pages cost: hostile ones and mutations of them.
 *
 * <p>Usage: {@code ExtractStress [SHARED [SEED]]}; exits 1 when a page throws or takes longer than
 * its limit. Growing, deep and bombed pages are {@link ExtractCost}'s.
 */
public final class ExtractStress {

  private static final int MUTATIONS = 10_000;
  private static final int MAX_MUTATED_BYTES = 100_000;
  private static final double MAX_P999_MILLIS = 600;
  private static final double MAX_MILLIS = 3_000;
  private static final String URL = "https://example.org/a";

  private final ArticleExtractor extractor = new ArticleExtractor();
  private final List<String> broken = new ArrayList<>();

  private ExtractStress() {}

  /** Runs everything and prints a line each. */
  public static void main(String[] args) throws IOException {
    Path shared = Path.of(args.length > 0 ? args[0] : "../shared").resolve("eval/robust");
    long seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
    ExtractStress stress = new ExtractStress();
    if (Files.isDirectory(shared)) {
      stress.files(shared, seed);
    } else {
      System.out.println("extract stress: files skipped, " + shared + " is not here");
    }
    stress.broken.forEach(b -> System.err.println("extract stress: " + b));
    if (!stress.broken.isEmpty()) {
      System.exit(1);
    }
  }

  private void files(Path shared, long seed) throws IOException {
    List<byte[]> inputs = new ArrayList<>();
    for (String set : List.of("html-robust", "html-encoding")) {
      inputs.addAll(pages(shared.resolve(set)));
    }
    inputs.forEach(bytes -> millis(bytes, "a hostile page"));
    double[] times = inputs.stream().mapToDouble(b -> millis(b, "a hostile page")).toArray();
    report("hostile pages", times);
    List<byte[]> small = inputs.stream().filter(b -> b.length < MAX_MUTATED_BYTES).toList();
    System.out.println("extract stress: seed " + seed);
    Random random = new Random(seed);
    double[] mutated = new double[MUTATIONS];
    for (int i = 0; i < MUTATIONS; i++) {
      byte[] bytes = mutate(small.get(random.nextInt(small.size())), random);
      mutated[i] = millis(bytes, "mutation " + i + " of seed " + seed);
    }
    report("mutations", mutated);
  }

  /** The pages of a set: given in the case, or as a file, which may be packed. */
  private static List<byte[]> pages(Path set) throws IOException {
    List<byte[]> pages = new ArrayList<>();
    ObjectMapper mapper = new ObjectMapper();
    for (String line : Files.readAllLines(set.resolve("cases.jsonl"))) {
      JsonNode page = mapper.readTree(line).path("in");
      pages.add(
          page.has("file")
              ? PageFiles.read(set.resolve("files").resolve(page.path("file").asText()))
              : page.path("html").asText().getBytes(StandardCharsets.UTF_8));
    }
    return pages;
  }

  private void report(String name, double[] times) {
    Arrays.sort(times);
    double p999 = times[(int) Math.min(times.length - 1, Math.ceil(times.length * 0.999))];
    double max = times[times.length - 1];
    System.out.printf(
        Locale.ROOT,
        "extract stress: %d %s: p50 %.2f ms, p99.9 %.1f ms, max %.1f ms%n",
        times.length,
        name,
        times[times.length / 2],
        p999,
        max);
    if (p999 > MAX_P999_MILLIS || max > MAX_MILLIS) {
      broken.add(name + " take too long");
    }
  }

  private double millis(byte[] bytes, String name) {
    long start = System.nanoTime();
    try {
      ExtractResult result = extractor.extract(PageBytes.of(bytes, URL));
      if (result == null) {
        broken.add(name + ": no result");
      }
    } catch (RuntimeException e) {
      broken.add(name + ": " + e);
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private static byte[] mutate(byte[] original, Random random) {
    byte[] bytes = original.clone();
    int changes = 1 + random.nextInt(8);
    for (int i = 0; i < changes && bytes.length > 0; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    boolean cut = random.nextInt(4) == 0 && bytes.length > 1;
    return cut ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }
}
