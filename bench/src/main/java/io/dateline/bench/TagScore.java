package io.dateline.bench;

import java.util.HashSet;
import java.util.Set;

/**
 * Counts hits and misses of predicted sets of codes against the truth, as the neutral scorer does.
 */
final class TagScore {

  private int hits;
  private int extras;
  private int misses;
  private int answered;
  private int asked;

  /**
   * Adds one article.
   *
   * @param truth the true codes
   * @param optional codes that count neither way
   * @param predicted what was said
   */
  void add(Set<String> truth, Set<String> optional, Set<String> predicted) {
    Set<String> said = new HashSet<>(predicted);
    said.removeIf(code -> optional.contains(code) && !truth.contains(code));
    int hit = (int) said.stream().filter(truth::contains).count();
    hits += hit;
    extras += said.size() - hit;
    misses += truth.size() - hit;
    asked += truth.isEmpty() ? 0 : 1;
    answered += hit > 0 ? 1 : 0;
  }

  /**
   * A measure of all articles added.
   *
   * @param name f1 (micro), precision, hit (articles with a true code among those said), accuracy
   * @throws IllegalArgumentException naming an unknown measure
   */
  double measure(String name) {
    return switch (name) {
      case "f1" -> ratio(2 * hits, 2 * hits + extras + misses);
      case "precision" -> ratio(hits, hits + extras);
      case "hit", "accuracy" -> ratio(answered, asked);
      default -> throw new IllegalArgumentException("unknown measure '" + name + "'");
    };
  }

  private static double ratio(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
