package io.dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Whatever arrives, a result comes back in time. */
class ExtractRobustnessTest {

  private static final int MUTATIONS = 10_000;
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final ArticleExtractor extractor = new ArticleExtractor();

  private static List<byte[]> inputs() throws IOException {
    Path robust = Path.of(System.getProperty("dateline.shared", "absent"), "eval/robust");
    assumeTrue(Files.isDirectory(robust), "skipped: ../shared is not here");
    List<byte[]> inputs = new ArrayList<>();
    for (String set : List.of("html-robust", "html-encoding")) {
      try (Stream<Path> files = Files.list(robust.resolve(set).resolve("files"))) {
        for (Path file : files.sorted().toList()) {
          inputs.add(read(file));
        }
      }
    }
    return inputs;
  }

  private static byte[] read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      boolean packed = file.toString().endsWith(".gz");
      return packed ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
    }
  }

  @Test
  void everySharedPageGivesAResultInTime() throws IOException {
    for (byte[] bytes : inputs()) {
      run(bytes);
    }
  }

  @Test
  void mutatedPagesGiveAResultInTime() throws IOException {
    List<byte[]> inputs = inputs().stream().filter(b -> b.length < 100_000).toList();
    long seed = System.nanoTime();
    System.out.println("extract mutations: seed " + seed);
    Random random = new Random(seed);
    for (int i = 0; i < MUTATIONS; i++) {
      run(mutate(inputs.get(random.nextInt(inputs.size())), random));
    }
  }

  private void run(byte[] bytes) {
    long start = System.nanoTime();
    ExtractResult result = extractor.extract(PageBytes.of(bytes, "https://example.org/a"));
    assertThat(result).isNotNull();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
  }

  private static byte[] mutate(byte[] original, Random random) {
    byte[] bytes = original.clone();
    int changes = 1 + random.nextInt(8);
    for (int i = 0; i < changes && bytes.length > 0; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    if (random.nextInt(4) == 0 && bytes.length > 1) {
      return java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }
    return bytes;
  }
}
