package io.dateline.enrich.story;

import io.dateline.enrich.duplicate.Words;
import io.dateline.model.StoryRef.Related;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** Finds the stories on the same event in other languages by numbers, names and countries. */
final class StoryLinker {

  /** Least similarity of links, 0 to 1. */
  static final double MIN_SIMILARITY = 0.19;

  /** The strongest links of an article that are compared. */
  static final int MAX_ARTICLE_LINKS = 80;

  /** The strongest links of a story that are kept. */
  static final int MAX_STORY_LINKS = 32;

  /** The strongest links under which stories are looked for, and lead to a story afterwards. */
  static final int MAX_LOOKUPS = 16;

  /** Most related stories offered. */
  static final int MAX_RELATED = 5;

  /** Under this key all stories are counted, whatever their language. */
  private static final int ALL = (int) Words.hashOf("all languages");

  private final StoryState state;

  StoryLinker(StoryState state) {
    this.state = state;
  }

  /** The stories related to an article that was just placed, best first; its links are kept. */
  List<Related> link(StoryFinder.Placed placed, Terms all) {
    if (placed.isNew()) {
      state.count(ALL);
    }
    Rarity rarity = new Rarity(state, ALL);
    Probe probe = new Probe(all.strongest(MAX_ARTICLE_LINKS, rarity), rarity);
    List<Related> related = related(placed.story(), probe);
    keep(placed.story(), probe);
    return related;
  }

  private List<Related> related(Story own, Probe probe) {
    List<Related> found = new ArrayList<>();
    for (long id : probe.promising(state, MAX_LOOKUPS)) {
      Story story = state.story(id);
      if (story != null
          && story.language() != own.language()
          && story.distance(own.lastSeen()) <= StoryFinder.CLOSED_AFTER.toMillis()) {
        double similarity = probe.similarity(story.links());
        if (similarity >= MIN_SIMILARITY) {
          int score = (int) Math.round(100 * Math.min(1, similarity));
          found.add(new Related(HexFormat.of().toHexDigits(id), "related", score));
        }
      }
    }
    found.sort(Comparator.comparingInt(Related::score).reversed().thenComparing(Related::id));
    return found.size() <= MAX_RELATED ? found : found.subList(0, MAX_RELATED);
  }

  private void keep(Story story, Probe probe) {
    for (int key : probe.terms.keys()) {
      if (!story.links().contains(key)) {
        state.count(key);
      }
    }
    Terms sum = story.links().plus(probe.terms, 1);
    state.save(story.linked(sum.strongest(MAX_STORY_LINKS, probe.rarity)));
    for (int i = 0; i < Math.min(MAX_LOOKUPS, probe.order.length); i++) {
      state.index(probe.terms.keys()[probe.order[i]], story.id());
    }
  }
}
