package io.dateline.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How well predicted clusters agree with true ones.
 *
 * @param bcubedPrecision mean share of an item's predicted cluster that is of its true cluster
 * @param bcubedRecall mean share of an item's true cluster that is in its predicted cluster
 * @param ari adjusted Rand index
 * @param falsePairs pairs put together that do not belong together
 */
record ClusterScore(double bcubedPrecision, double bcubedRecall, double ari, long falsePairs) {

  double bcubedF1() {
    double sum = bcubedPrecision + bcubedRecall;
    return sum == 0 ? 0 : 2 * bcubedPrecision * bcubedRecall / sum;
  }

  /** Scores two labellings of the same items. */
  static ClusterScore of(List<String> truth, List<String> predicted) {
    Map<String, Integer> gold = new HashMap<>();
    Map<String, Integer> found = new HashMap<>();
    Map<List<String>, Integer> joint = new HashMap<>();
    int n = truth.size();
    for (int i = 0; i < n; i++) {
      gold.merge(truth.get(i), 1, Integer::sum);
      found.merge(predicted.get(i), 1, Integer::sum);
      joint.merge(List.of(truth.get(i), predicted.get(i)), 1, Integer::sum);
    }
    double precision = 0;
    double recall = 0;
    for (int i = 0; i < n; i++) {
      double both = joint.getOrDefault(List.of(truth.get(i), predicted.get(i)), 0);
      precision += both / found.getOrDefault(predicted.get(i), 1);
      recall += both / gold.getOrDefault(truth.get(i), 1);
    }
    long together = pairs(joint);
    double expected = (double) pairs(gold) * pairs(found) / Math.max(1, n * (n - 1L) / 2);
    double most = (pairs(gold) + pairs(found)) / 2.0;
    double ari = most == expected ? 1 : (together - expected) / (most - expected);
    return new ClusterScore(precision / n, recall / n, ari, pairs(found) - together);
  }

  private static long pairs(Map<?, Integer> sizes) {
    return sizes.values().stream().mapToLong(size -> size * (size - 1L) / 2).sum();
  }
}
