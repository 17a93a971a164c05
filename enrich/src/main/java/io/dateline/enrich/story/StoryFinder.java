package io.dateline.enrich.story;

import io.dateline.enrich.duplicate.Words;
import io.dateline.model.ArticleUri;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decides, in arrival order, which story an article belongs to. The state is the caller's. */
final class StoryFinder {

  /** Least similarity of an article of many terms to a story it joins, 0 to 1. */
  static final double MIN_SIMILARITY = 0.28;

  /** The same for an article of hardly any terms: a headline shares few of a story's terms. */
  static final double MIN_SIMILARITY_SHORT = 0.10;

  /** From so many terms on an article is one of many terms. */
  static final int MANY_TERMS = 60;

  /** The strongest terms of an article that are compared. */
  static final int MAX_ARTICLE_TERMS = 100;

  /** The strongest terms of a story that are kept. */
  static final int MAX_STORY_TERMS = 48;

  /** The strongest terms of an article under which stories are looked for. */
  static final int MAX_LOOKUPS = 20;

  /** The strongest terms of an article that lead to its story afterwards. */
  static final int MAX_INDEXED = 28;

  /** The most promising stories that are compared. */
  static final int MAX_COMPARED = 32;

  /** Outside a story's span similarity halves in this time. */
  static final Duration HALF_LIFE = Duration.ofDays(7);

  /** A story quiet for so long is closed. */
  static final Duration CLOSED_AFTER = Duration.ofDays(30);

  private final StoryState state;

  /** Decides with what a state remembers. */
  StoryFinder(StoryState state) {
    this.state = state;
  }

  /**
   * Where an article was put.
   *
   * @param story its story, this article included
   * @param similarity how well it fits, 0 to 1; 1 for the founder
   * @param isNew whether the article founded the story
   */
  record Placed(Story story, double similarity, boolean isNew) {}

  /**
   * Puts an article into a story and remembers it. A later version stays in its story, and a copy
   * joins the story of the text it copies.
   *
   * @param uri the article
   * @param first the first article of its copy group, the article itself unless it is a copy
   * @param all its terms
   * @param languageKey under which the stories of its language are counted
   * @param at its event time, epoch milliseconds
   */
  Placed place(ArticleUri uri, String first, Terms all, int languageKey, long at) {
    Story earlier = state.story(state.storyOf(uri.value()));
    if (earlier != null) {
      return new Placed(earlier, 1, false);
    }
    Story copied = state.story(state.storyOf(first));
    if (copied != null) {
      Story counted = copied.with(copied.terms(), at);
      state.save(counted);
      state.assign(uri.value(), counted.id());
      return new Placed(counted, 1, false);
    }
    Rarity rarity = new Rarity(state, languageKey);
    Terms terms = all.strongest(MAX_ARTICLE_TERMS, rarity);
    int[] order = terms.order(rarity);
    Probe probe = new Probe(terms, rarity, at);
    Placed best = best(probe, order);
    Placed placed =
        best == null
            ? new Placed(found(uri, probe, languageKey), 1, true)
            : new Placed(keep(best.story, probe), best.similarity, false);
    for (int i = 0; i < Math.min(MAX_INDEXED, order.length); i++) {
      state.index(terms.keys()[order[i]], placed.story.id());
    }
    state.assign(uri.value(), placed.story.id());
    return placed;
  }

  private Story found(ArticleUri uri, Probe probe, int languageKey) {
    state.count(languageKey);
    return keep(new Story(idOf(uri), Terms.NONE, 0, probe.at, probe.at), probe);
  }

  private Story keep(Story story, Probe probe) {
    for (int key : probe.terms.keys()) {
      if (!story.terms().contains(key)) {
        state.count(key);
      }
    }
    Terms sum = story.terms().plus(probe.terms, (float) (1 / probe.norm));
    Story changed = story.with(sum.strongest(MAX_STORY_TERMS, probe.rarity), probe.at);
    state.save(changed);
    return changed;
  }

  /** Derived from the founding article, so that every instance names it the same. Never 0. */
  private static long idOf(ArticleUri uri) {
    return Words.mix(Words.of("story").hash(0) + 31 * Words.hashOf(uri.value())) | 1;
  }

  private @Nullable Placed best(Probe probe, int[] order) {
    double least =
        MIN_SIMILARITY_SHORT
            + (MIN_SIMILARITY - MIN_SIMILARITY_SHORT)
                * Math.min(1, probe.terms.size() / (double) MANY_TERMS);
    Placed best = null;
    for (long id : promising(probe, order)) {
      Story story = state.story(id);
      if (story == null || story.distance(probe.at) > CLOSED_AFTER.toMillis()) {
        continue;
      }
      double similarity = probe.similarity(story);
      if (similarity >= least && (best == null || similarity > best.similarity)) {
        best = new Placed(story, similarity, false);
      }
    }
    return best;
  }

  /** The stories that share the most with the article's strongest terms. */
  private List<Long> promising(Probe probe, int[] order) {
    Map<Long, Double> shared = new HashMap<>();
    for (int i = 0; i < Math.min(MAX_LOOKUPS, order.length); i++) {
      double strength = probe.strengths[order[i]];
      for (long id : state.under(probe.terms.keys()[order[i]])) {
        shared.merge(id, strength * strength, Double::sum);
      }
    }
    List<Long> ids = new ArrayList<>(shared.keySet());
    ids.sort((a, b) -> {
      int byShare = Double.compare(shared.getOrDefault(b, 0.0), shared.getOrDefault(a, 0.0));
      return byShare != 0 ? byShare : Long.compare(a, b);
    });
    return ids.size() <= MAX_COMPARED ? ids : ids.subList(0, MAX_COMPARED);
  }

  /** An article's terms made ready for comparing. */
  private static final class Probe {
    final Terms terms;
    final Rarity rarity;
    final long at;
    final double[] strengths;
    final double norm;

    Probe(Terms terms, Rarity rarity, long at) {
      this.terms = terms;
      this.rarity = rarity;
      this.at = at;
      strengths = new double[terms.size()];
      double sum = 0;
      for (int i = 0; i < strengths.length; i++) {
        strengths[i] = terms.weights()[i] * rarity.of(terms.keys()[i]);
        sum += strengths[i] * strengths[i];
      }
      norm = sum == 0 ? 1 : Math.sqrt(sum);
    }

    /** Cosine of the angle between article and story, less the further apart they are in time. */
    double similarity(Story story) {
      int[] keys = story.terms().keys();
      double dot = 0;
      double square = 0;
      int j = 0;
      for (int i = 0; i < keys.length; i++) {
        double strength = story.terms().weights()[i] * rarity.of(keys[i]);
        square += strength * strength;
        while (j < strengths.length && terms.keys()[j] < keys[i]) {
          j++;
        }
        if (j < strengths.length && terms.keys()[j] == keys[i]) {
          dot += strengths[j] * strength;
        }
      }
      double decay = Math.pow(0.5, (double) story.distance(at) / HALF_LIFE.toMillis());
      return square == 0 ? 0 : decay * dot / (norm * Math.sqrt(square));
    }
  }
}
