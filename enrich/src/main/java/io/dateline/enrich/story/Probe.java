package io.dateline.enrich.story;

/** An article's terms made ready for comparing them with those of stories. */
final class Probe {

  /** The most promising stories that are compared. */
  static final int MAX_COMPARED = 32;

  final Terms terms;
  final Rarity rarity;

  /** Indexes of the terms, strongest first. */
  final int[] order;

  /** Length of the vector. */
  final double norm;

  private final double[] strengths;

  Probe(Terms terms, Rarity rarity) {
    this.terms = terms;
    this.rarity = rarity;
    order = terms.order(rarity);
    strengths = new double[terms.size()];
    double sum = 0;
    for (int i = 0; i < strengths.length; i++) {
      strengths[i] = terms.weights()[i] * rarity.of(terms.keys()[i]);
      sum += strengths[i] * strengths[i];
    }
    norm = sum == 0 ? 1 : Math.sqrt(sum);
  }

  /** Cosine of the angle to a story's terms, 0 to 1. */
  double similarity(Terms story) {
    double dot = 0;
    double square = 0;
    int j = 0;
    for (int i = 0; i < story.size(); i++) {
      int key = story.keys()[i];
      double strength = story.weights()[i] * rarity.of(key);
      square += strength * strength;
      while (j < strengths.length && terms.keys()[j] < key) {
        j++;
      }
      if (j < strengths.length && terms.keys()[j] == key) {
        dot += strengths[j] * strength;
      }
    }
    return square == 0 ? 0 : dot / (norm * Math.sqrt(square));
  }

  /** Ids of the stories that share the most with the strongest terms, best first. */
  long[] promising(StoryState state, int lookups) {
    int looked = Math.min(lookups, order.length);
    Shortlist shared = new Shortlist(looked * StoryState.MAX_PER_TERM);
    for (int i = 0; i < looked; i++) {
      double strength = strengths[order[i]];
      for (long id : state.under(terms.keys()[order[i]])) {
        shared.add(id, strength * strength);
      }
    }
    return shared.best(MAX_COMPARED);
  }
}
