package io.dateline.enrich.story;

import io.dateline.enrich.duplicate.Words;
import io.dateline.model.ArticleUri;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Decides, in arrival order, which story an article belongs to. The state is the caller's. */
final class StoryFinder {

  /** Least similarity of an article of many terms to a story it joins, 0 to 1. */
  static final double MIN_SIMILARITY = 0.28;

  /** The same for an article of hardly any terms: a headline shares few of a story's terms. */
  static final double MIN_SIMILARITY_SHORT = 0.10;

  /** From so many terms on an article is one of many terms. */
  static final int MANY_TERMS = 70;

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
   * An article to be placed.
   *
   * @param uri the article
   * @param first the first article of its copy group, the article itself unless it is a copy
   * @param terms its terms
   * @param languageKey under which the stories of its language are counted
   * @param at its event time, epoch milliseconds
   * @param digest whether it holds several reports and so is of no story but its own
   */
  record Item(
      ArticleUri uri, String first, Terms terms, int languageKey, long at, boolean digest) {}

  /**
   * Puts an article into a story and remembers it. A later version stays in its story, and a copy
   * joins the story of the text it copies.
   */
  Placed place(Item item) {
    Story earlier = state.story(state.storyOf(item.uri.value()));
    if (earlier != null) {
      return new Placed(earlier, 1, false);
    }
    Story copied = state.story(state.storyOf(item.first));
    if (copied != null) {
      Story counted = copied.with(copied.terms(), item.at);
      state.save(counted);
      state.assign(item.uri.value(), counted.id());
      return new Placed(counted, 1, false);
    }
    Rarity rarity = new Rarity(state, item.languageKey);
    Probe probe = new Probe(item.terms.strongest(MAX_ARTICLE_TERMS, rarity), rarity);
    Placed best = item.digest ? null : best(probe, item.at);
    Placed placed =
        best == null
            ? new Placed(found(item, probe), 1, true)
            : new Placed(keep(best.story, probe, item.at), best.similarity, false);
    state.assign(item.uri.value(), placed.story.id());
    if (!item.digest) {
      index(placed.story, probe);
    }
    return placed;
  }

  private void index(Story story, Probe probe) {
    for (int i = 0; i < Math.min(MAX_INDEXED, probe.order.length); i++) {
      state.index(probe.terms.keys()[probe.order[i]], story.id());
    }
  }

  private Story found(Item item, Probe probe) {
    state.count(item.languageKey);
    Story empty =
        new Story(idOf(item.uri), item.languageKey, Terms.NONE, Terms.NONE, 0, item.at, item.at);
    return keep(empty, probe, item.at);
  }

  private Story keep(Story story, Probe probe, long at) {
    for (int key : probe.terms.keys()) {
      if (!story.terms().contains(key)) {
        probe.rarity.count(key);
      }
    }
    Terms sum = story.terms().plus(probe.terms, (float) (1 / probe.norm));
    Story changed = story.with(sum.strongest(MAX_STORY_TERMS, probe.rarity), at);
    state.save(changed);
    return changed;
  }

  /** Derived from the founding article, so that every instance names it the same. Never 0. */
  private static long idOf(ArticleUri uri) {
    return Words.mix(Words.of("story").hash(0) + 31 * Words.hashOf(uri.value())) | 1;
  }

  private @Nullable Placed best(Probe probe, long at) {
    double least =
        MIN_SIMILARITY_SHORT
            + (MIN_SIMILARITY - MIN_SIMILARITY_SHORT)
                * Math.min(1, probe.terms.size() / (double) MANY_TERMS);
    Placed best = null;
    for (long id : probe.promising(state, MAX_LOOKUPS)) {
      Story story = state.story(id);
      if (story == null || story.distance(at) > CLOSED_AFTER.toMillis()) {
        continue;
      }
      double decay = Math.pow(0.5, (double) story.distance(at) / HALF_LIFE.toMillis());
      double similarity = decay * probe.similarity(story.terms());
      if (similarity >= least && (best == null || similarity > best.similarity)) {
        best = new Placed(story, similarity, false);
      }
    }
    return best;
  }
}
