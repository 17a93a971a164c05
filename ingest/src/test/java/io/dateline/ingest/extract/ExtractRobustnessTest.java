package io.dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.ingest.suite.Suite;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Whatever arrives, a result comes back in time. */
class ExtractRobustnessTest {

  private static final int MUTATIONS = 10_000;

  /** Of the processor, as the set asks. */
  private static final Duration LONGEST = Duration.ofSeconds(1);

  private static final String BEFORE_JSON =
      "<html><head><title>Ferry leaves late</title><script type='application/ld+json'>";
  private static final String BEHIND_JSON =
      """
      </script></head><body><article><h1>Ferry leaves late</h1>
      <p>The ferry to the northern islands left at noon on Tuesday, an hour late, because of
      heavy fog over the harbour, the operator said.</p>
      <p>Some three hundred passengers had been waiting since the early morning, many of them with
      bicycles and tents for the long weekend.</p>
      <p>The next one leaves on Thursday, if the weather allows, and tickets stay valid, a
      spokeswoman told reporters at the quay.</p></article></body></html>
      """;

  private final ArticleExtractor extractor = new ArticleExtractor();

  private static List<byte[]> inputs() throws IOException {
    List<byte[]> inputs = new ArrayList<>();
    for (String set : List.of("html-robust", "html-encoding")) {
      Suite suite = Suite.of(set);
      for (JsonNode page : suite.cases()) {
        JsonNode html = page.at("/in/html");
        inputs.add(html.isMissingNode() ? unpacked(suite.bytes(page)) : Suite.text(html));
      }
    }
    return inputs;
  }

  private static byte[] unpacked(byte[] bytes) throws IOException {
    boolean packed = bytes.length > 2 && bytes[0] == 0x1F && bytes[1] == (byte) 0x8B;
    return packed ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes() : bytes;
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

  @Test
  void whateverStandsInPlaceOfJsonThePageIsRead() {
    Suite suite = Suite.of("json-parsing");
    for (JsonNode json : suite.cases()) {
      ByteArrayOutputStream page = new ByteArrayOutputStream();
      page.writeBytes(BEFORE_JSON.getBytes(StandardCharsets.UTF_8));
      page.writeBytes(suite.bytes(json));
      page.writeBytes(BEHIND_JSON.getBytes(StandardCharsets.UTF_8));
      assertThat(run(page.toByteArray()))
          .as(json.get("id").asText())
          .isInstanceOfSatisfying(
              ExtractResult.Extracted.class,
              found ->
                  assertThat(found.article().text().body())
                      .startsWith("The ferry to the northern islands")
                      .endsWith("told reporters at the quay."));
    }
  }

  private ExtractResult run(byte[] bytes) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    ExtractResult result = extractor.extract(PageBytes.of(bytes, "https://example.org/a"));
    assertThat(result).isNotNull();
    assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start)).isLessThan(LONGEST);
    return result;
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
