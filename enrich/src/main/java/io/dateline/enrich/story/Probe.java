package io.dateline.enrich.story;

import java.util.function.Function;

/** An article's terms made ready for comparing them with those of stories. */
final class Probe {

  /** The most promising stories that are compared. */
  static final int MAX_COMPARED = 32;

  /** Slots for a term, or half as many: most that are no terms meet an empty one at once. */
  private static final int SPARSE = 16;

  final Terms terms;
  final Rarity rarity;

  /** Indexes of the terms, strongest first. */
  final int[] order;

  /** Length of the vector. */
  final double norm;

  private final double[] rarities;
  private final double[] strengths;

  /** A term's index and one more, where its key leads; 0 where no term is. */
  private final int[] slots;

  Probe(Terms terms, Rarity rarity) {
    this.terms = terms;
    this.rarity = rarity;
    order = terms.order(rarity);
    rarities = new double[terms.size()];
    strengths = new double[terms.size()];
    double sum = 0;
    for (int i = 0; i < strengths.length; i++) {
      rarities[i] = rarity.of(terms.keys()[i]);
      strengths[i] = terms.weights()[i] * rarities[i];
      sum += strengths[i] * strengths[i];
    }
    norm = sum == 0 ? 1 : Math.sqrt(sum);
    slots = slots(terms.keys());
  }

  private static int[] slots(int[] keys) {
    int[] slots = new int[Integer.highestOneBit(Math.max(1, keys.length)) * SPARSE];
    for (int i = 0; i < keys.length; i++) {
      int slot = keys[i] & (slots.length - 1);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = i + 1;
    }
    return slots;
  }

  /**
   * Cosine of the angle to a story's terms, 0 to 1; 0 when it is below a least one.
   *
   * <p>What is shared tells how long the story's vector may be at most: nearly always a few of its
   * terms are longer already, and how rare the others are is not asked.
   */
  double similarity(Terms story, double least) {
    double dot = 0;
    double square = 0;
    for (int i = 0; i < story.size(); i++) {
      int mine = indexOf(story.keys()[i]);
      if (mine >= 0) {
        double strength = story.weights()[i] * rarities[mine];
        dot += strengths[mine] * strength;
        square += strength * strength;
      }
    }
    double longest = dot / (norm * least);
    for (int i = 0; i < story.size() && square <= longest * longest; i++) {
      if (indexOf(story.keys()[i]) < 0) {
        double strength = story.weights()[i] * rarity.of(story.keys()[i]);
        square += strength * strength;
      }
    }
    return square == 0 || square > longest * longest ? 0 : dot / (norm * Math.sqrt(square));
  }

  /** The keys of the strongest terms, strongest first. */
  int[] strongest(int most) {
    int[] keys = new int[Math.min(most, order.length)];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = terms.keys()[order[i]];
    }
    return keys;
  }

  /** The share of a story's strongest term in the square of its length, 0 to 1. */
  float peak(Terms story) {
    double square = 0;
    double highest = 0;
    for (int i = 0; i < story.size(); i++) {
      double strength = story.weights()[i] * rarity.of(story.keys()[i]);
      square += strength * strength;
      highest = Math.max(highest, strength * strength);
    }
    return square == 0 ? 1 : (float) (highest / square);
  }

  private int indexOf(int key) {
    int slot = key & (slots.length - 1);
    while (slots[slot] != 0) {
      int i = slots[slot] - 1;
      if (terms.keys()[i] == key) {
        return i;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    return -1;
  }

  /**
   * Places of the stories that share the most with the strongest terms, best first.
   *
   * <p>Only those that could be so similar if they shared nothing else: of a large memory nearly
   * all that share a term or two are told by that, and none of them is visited.
   *
   * @param hope told the square of the part of this vector's direction that a story shares
   */
  int[] promising(Function<int[], int[][]> under, int lookups, double least, Shortlist.Hope hope) {
    int looked = Math.min(lookups, order.length);
    Shortlist shared = new Shortlist(looked * StoryState.MAX_PER_TERM);
    int[][] places = under.apply(strongest(looked));
    for (int i = 0; i < looked; i++) {
      double strength = strengths[order[i]] / norm;
      for (int place : places[i]) {
        shared.add(place, strength * strength);
      }
    }
    return shared.best(MAX_COMPARED, least * least, hope);
  }
}
