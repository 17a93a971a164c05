package io.dateline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;

/**
 * Dateline beside the other extractors on the JVM: what each finds on every set of pages, and its
 * processor time as a multiple of a bare {@code Jsoup.parse} of the same bytes, measured in turn in
 * one thread. Started by {@code PeerGateTest}.
 */
final class PeerGate {

  private static final List<String> MEASURES = List.of("f1", "exact", "title", "snippets");
  private static final int WARM_ROUNDS = 3;

  private final ObjectMapper mapper = new ObjectMapper();
  private final Path sets;
  private final PrintStream out;

  /** A page of a set with its truth. */
  private record Sample(byte[] page, JsonNode truth) {

    String url() {
      return truth.path("url").asText("https://example.org/a");
    }
  }

  /** Over the sets in a folder. */
  PeerGate(Path sets, PrintStream out) {
    this.sets = sets;
    this.out = out;
  }

  /** A line for each set and peer; tells how Dateline's body compares with the best peer's. */
  boolean score(List<String> names) throws IOException {
    out.println("| set | by | body F1 | exact | title | snippets | failed |");
    out.println("|---|---|---|---|---|---|---|");
    boolean ahead = true;
    for (String name : names) {
      List<Sample> samples = read(name);
      double ours = score(name, Peer.DATELINE, samples);
      for (Peer peer : EnumSet.complementOf(EnumSet.of(Peer.DATELINE))) {
        ahead &= ours >= score(name, peer, samples);
      }
    }
    return ahead;
  }

  private double score(String name, Peer peer, List<Sample> samples) {
    ExtractScores scores = new ExtractScores();
    int failed = 0;
    for (Sample sample : samples) {
      ExtractScores.Found found = ExtractScores.Found.NOTHING;
      try {
        found = peer.read(sample.page, sample.url());
      } catch (RuntimeException | StackOverflowError e) {
        failed++; // a figure of the table: how many pages it cannot read at all
      }
      scores.add(sample.truth, found);
    }
    Map<String, Double> totals = scores.totals();
    StringBuilder line = new StringBuilder("| " + name + " | " + peer.title());
    for (String measure : MEASURES) {
      Double value = totals.get(measure);
      line.append(" | ").append(value == null ? "" : String.format(Locale.ROOT, "%.3f", value));
    }
    out.println(line + " | " + failed + " |");
    return totals.getOrDefault("f1", totals.getOrDefault("snippets", 0.0));
  }

  /** A line for each set and peer: milliseconds a page, and the ratio to a bare parse. */
  void time(List<String> names, int rounds) throws IOException {
    out.println("| set | by | ms a page | x a bare parse |\n|---|---|---|---|");
    for (String name : names) {
      List<Sample> samples = read(name);
      double[] parses = new double[rounds];
      Map<Peer, double[]> times = new EnumMap<>(Peer.class);
      for (int round = -WARM_ROUNDS; round < rounds; round++) {
        int slot = Math.max(0, round);
        parses[slot] = parse(samples);
        for (Peer peer : Peer.values()) {
          times.computeIfAbsent(peer, _ -> new double[rounds])[slot] = run(peer, samples);
        }
      }
      double floor = median(parses);
      out.printf(Locale.ROOT, "| %s | bare Jsoup.parse | %.2f | 1 |%n", name, floor);
      times.forEach((peer, taken) -> {
        double took = median(taken);
        out.printf(
            Locale.ROOT, "| %s | %s | %.2f | %.2f |%n", name, peer.title(), took, took / floor);
      });
    }
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private static double run(Peer peer, List<Sample> samples) {
    long begun = processorNanos();
    int words = 0;
    for (Sample sample : samples) {
      try {
        words += peer.read(sample.page, sample.url()).body().length();
      } catch (RuntimeException | StackOverflowError e) {
        words++; // scored above as failed; here it only takes its time
      }
    }
    return words < 0 ? 0 : (processorNanos() - begun) / 1e6 / samples.size();
  }

  private static double parse(List<Sample> samples) throws IOException {
    long begun = processorNanos();
    int nodes = 0;
    for (Sample sample : samples) {
      nodes +=
          Jsoup.parse(new ByteArrayInputStream(sample.page), null, sample.url()).childNodeSize();
    }
    return nodes < 0 ? 0 : (processorNanos() - begun) / 1e6 / samples.size();
  }

  private static long processorNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private List<Sample> read(String name) throws IOException {
    List<Sample> samples = new ArrayList<>();
    for (String line : Files.readAllLines(sets.resolve(name).resolve("truth.jsonl"))) {
      JsonNode truth = mapper.readTree(line);
      Path file =
          sets.resolve(name).resolve("pages").resolve(truth.get("id").asText() + ".html.gz");
      samples.add(new Sample(PageFiles.read(file), truth));
    }
    return samples;
  }
}
