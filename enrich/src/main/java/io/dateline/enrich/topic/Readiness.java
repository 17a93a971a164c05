package io.dateline.enrich.topic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How readily a first-level topic is the subject of an article once its words are there, from
 * {@code readiness.tsv}: code, factor, reason. Topics not listed count 1.
 */
final class Readiness {

  private static final String FILE = "readiness.tsv";

  private final double[] factors;

  private Readiness(double[] factors) {
    this.factors = factors;
  }

  /** The factors, by index of the topics; a broken file is a bug and names its line. */
  static Readiness read(Map<String, Integer> codes) {
    try (InputStream in = Readiness.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not on the class path");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList(), codes);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
  }

  static Readiness parse(List<String> lines, Map<String, Integer> codes) {
    double[] factors = new double[codes.size()];
    Arrays.fill(factors, 1);
    for (int number = 1; number <= lines.size(); number++) {
      String line = lines.get(number - 1);
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] columns = line.split("\t", -1);
        Integer topic = codes.get(columns[0]);
        if (topic == null || columns.length < 2) {
          throw new IllegalStateException(
              FILE + ":" + number + ": no topic with a factor: " + line);
        }
        factors[topic] = Double.parseDouble(columns[1]);
      }
    }
    return new Readiness(factors);
  }

  double of(int topic) {
    return factors[topic];
  }
}
