package io.dateline.enrich.story;

import org.jspecify.annotations.Nullable;

/**
 * Finds that two stories which an article both fits are one, and makes them one. The story of more
 * articles goes on; the other keeps its id, which leads to it from then on.
 */
final class StoryMerger {

  /** Least similarity of the terms of two stories that are one, 0 to 1. */
  static final double MIN_SIMILARITY = 0.6;

  private final StoryState state;

  StoryMerger(StoryState state) {
    this.state = state;
  }

  /**
   * Two stories that became one.
   *
   * @param kept the story that goes on
   * @param gone what is left of the other
   * @param similarity of the two, 0 to 1
   */
  record Merged(Story kept, Story gone, double similarity) {}

  /** Makes two stories one when they are alike enough; null when they are not. */
  @Nullable Merged merge(Story one, Story two, Rarity rarity) {
    double similarity = new Probe(one.terms(), rarity).similarity(two.terms(), MIN_SIMILARITY);
    if (similarity < MIN_SIMILARITY) {
      return null;
    }
    boolean first = goesOn(one, two);
    Story large = first ? one : two;
    Story small = first ? two : one;
    Rarity links = Rarity.ofLinks(state, large.language());
    Story kept =
        large.and(
            small,
            large.terms().plus(small.terms(), 1).strongest(StoryFinder.MAX_STORY_TERMS, rarity),
            large.links().plus(small.links(), 1).strongest(StoryLinker.MAX_STORY_LINKS, links));
    Story gone = small.mergedInto(large);
    state.save(kept);
    state.save(gone);
    return new Merged(kept, gone, similarity);
  }

  /** The larger one, then the older one, then the one of the lower id. */
  private static boolean goesOn(Story one, Story two) {
    if (one.size() != two.size()) {
      return one.size() > two.size();
    }
    return one.firstSeen() == two.firstSeen()
        ? one.id() < two.id()
        : one.firstSeen() < two.firstSeen();
  }
}
