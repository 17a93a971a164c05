package io.dateline.enrich.topic;

import java.util.LinkedHashMap;
import java.util.Map;

/** Decides which topics are meant: enough evidence, and enough beside the strongest topic. */
final class Choice {

  /** A top topic needs this score. */
  static final double MIN_TOP = 6;

  /** A top topic needs this part of the strongest one's score. */
  static final double MIN_TOP_SHARE = 0.6;

  /** A top topic that headline and lede hardly tell of needs this part. */
  static final double MIN_LATE_SHARE = 0.9;

  /** Weights that headline and lede have to add up to. */
  static final double MIN_EARLY = 8;

  /** A narrower topic needs this score. */
  static final double MIN_NARROW = 5;

  /** A narrower topic needs this part of its top topic's score. */
  static final double MIN_NARROW_SHARE = 0.15;

  /** A score that makes a confidence of 63 (1 - 1/e). */
  static final double CONFIDENCE_SCALE = 20;

  private final Scores scores;
  private final int[] broader;
  private final Readiness readiness;

  Choice(Scores scores, int[] broader, Readiness readiness) {
    this.scores = scores;
    this.broader = broader;
    this.readiness = readiness;
  }

  /** The topics the article is about, by index, with confidence 0 to 100. */
  Map<Integer, Integer> chosen() {
    double best = 0;
    for (int i = 0; i < broader.length; i++) {
      best = broader[i] < 0 ? Math.max(best, main(i)) : best;
    }
    Map<Integer, Integer> chosen = new LinkedHashMap<>();
    for (int i = 0; i < broader.length; i++) {
      double share = scores.early(i) >= MIN_EARLY ? MIN_TOP_SHARE : MIN_LATE_SHARE;
      if (broader[i] < 0 && main(i) >= Math.max(MIN_TOP, share * best)) {
        choose(i, best, chosen);
      }
    }
    return chosen;
  }

  private double main(int top) {
    return scores.total(top) * readiness.of(top);
  }

  private void choose(int top, double best, Map<Integer, Integer> chosen) {
    double least = Math.max(MIN_NARROW, MIN_NARROW_SHARE * scores.total(top));
    boolean narrow = false;
    for (int i = top + 1; i < broader.length && broader[i] >= 0; i++) {
      if (scores.own(i) >= least) {
        chosen.put(i, confidence(scores.total(i), best));
        narrow = true;
      }
    }
    if (!narrow || scores.own(top) >= least) {
      chosen.put(top, confidence(scores.total(top), best));
    }
  }

  private static int confidence(double score, double best) {
    double enough = 1 - Math.exp(-score / CONFIDENCE_SCALE);
    double share = Math.sqrt(Math.min(1, score / best));
    return (int) Math.round(100 * enough * share);
  }
}
