package io.dateline.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ProbeTest {

  private final StoryState state = new MemoryStoryState(100);
  private final Rarity rarity = new Rarity(state, 7);
  private final Random random = new Random(1);

  /** Some of forty keys, ascending. */
  private Terms some() {
    int[] keys = random.ints(0, 40).distinct().limit(1 + random.nextInt(30)).sorted().toArray();
    float[] weights = new float[keys.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = 0.1f + random.nextFloat();
    }
    return new Terms(keys, weights);
  }

  private double cosine(Terms one, Terms two) {
    double dot = 0;
    for (int i = 0; i < one.size(); i++) {
      for (int j = 0; j < two.size(); j++) {
        double both = one.keys()[i] == two.keys()[j] ? strength(one, i) * strength(two, j) : 0;
        dot += both;
      }
    }
    return dot / (length(one) * length(two));
  }

  private double length(Terms terms) {
    double square = 0;
    for (int i = 0; i < terms.size(); i++) {
      square += strength(terms, i) * strength(terms, i);
    }
    return Math.sqrt(square);
  }

  private double strength(Terms terms, int i) {
    return terms.weights()[i] * rarity.of(terms.keys()[i]);
  }

  @Test
  void similarityIsTheCosineFromTheLeastOneOnAndElseNothing() {
    for (int key = 0; key < 40; key++) {
      for (int times = random.nextInt(50); times > 0; times--) {
        state.count(key);
      }
    }
    for (int round = 0; round < 500; round++) {
      Terms one = some();
      Terms two = some();
      double least = 0.05 + 0.9 * random.nextDouble();
      double cosine = cosine(one, two);
      double similarity = new Probe(one, rarity).similarity(two, least);
      assertThat(similarity).isEqualTo(cosine < least ? 0 : cosine, within(1e-9));
    }
  }

  @Test
  void thePeakIsTheShareOfTheStrongestTerm() {
    Probe probe = new Probe(some(), rarity);
    assertThat(probe.peak(new Terms(new int[] {1, 2}, new float[] {1, 3}))).isEqualTo(0.9f);
    assertThat(probe.peak(Terms.NONE)).isEqualTo(1);
  }
}
