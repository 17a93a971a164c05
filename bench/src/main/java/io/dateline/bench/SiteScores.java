package io.dateline.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * The measures of a set site by site. Nothing is trained, so leaving a site out changes nothing;
 * what tells how a figure would carry over to other sites is how it differs from one to the next.
 */
final class SiteScores {

  private static final int DRAWS = 2_000;

  /** The same draws in every run. */
  private static final long SEED = 20_161_216;

  private static final double TAIL = 0.05;
  private static final int WORST_SHARE = 10;

  private final Map<String, ExtractScores> sites = new TreeMap<>();

  /**
   * A measure over the sites, each counted once however many pages it has.
   *
   * @param sites with a truth for the measure
   * @param mean of the sites
   * @param low the mean of as many sites drawn with repetition is lower in one of twenty draws
   * @param high it is higher in one of twenty draws
   * @param worst mean of the tenth of the sites that does worst, of one at least
   */
  record Spread(int sites, double mean, double low, double high, double worst) {}

  void add(JsonNode truth, ExtractScores.Found found) {
    sites.computeIfAbsent(truth.path("site").asText(), _ -> new ExtractScores()).add(truth, found);
  }

  /** Every measure over the sites. */
  Map<String, Spread> spreads() {
    Map<String, List<Double>> values = new LinkedHashMap<>();
    for (ExtractScores site : sites.values()) {
      site.totals()
          .forEach(
              (name, value) -> values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value));
    }
    Map<String, Spread> out = new LinkedHashMap<>();
    values.forEach((name, each) -> out.put(name, spread(each)));
    return out;
  }

  private static Spread spread(List<Double> each) {
    double[] sorted = each.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double[] means = new double[DRAWS];
    Random random = new Random(SEED);
    for (int draw = 0; draw < DRAWS; draw++) {
      double sum = 0;
      for (int i = 0; i < sorted.length; i++) {
        sum += sorted[random.nextInt(sorted.length)];
      }
      means[draw] = sum / sorted.length;
    }
    Arrays.sort(means);
    int tail = (int) (DRAWS * TAIL);
    int worst = Math.max(1, sorted.length / WORST_SHARE);
    return new Spread(
        sorted.length,
        mean(sorted, sorted.length),
        means[tail],
        means[DRAWS - 1 - tail],
        mean(sorted, worst));
  }

  private static double mean(double[] values, int first) {
    return Arrays.stream(values, 0, first).average().orElse(0);
  }
}
