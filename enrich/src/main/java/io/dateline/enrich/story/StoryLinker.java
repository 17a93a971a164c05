package io.dateline.enrich.story;

import io.dateline.model.StoryLinks;
import io.dateline.model.StoryRef.Related;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

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

  /** Share of the least similarity that must be in reach by the links looked up alone. */
  static final double LINK_REACH = 0.7;

  /** Most related stories offered. */
  static final int MAX_RELATED = 5;

  private static final Shortlist.Hope ANY = (place, sum, count) -> true;

  private final StoryState state;

  StoryLinker(StoryState state) {
    this.state = state;
  }

  /**
   * What an article's links led to.
   *
   * @param related stories of other languages, best first
   * @param story its own story with its links
   */
  record Linked(List<Related> related, Story story) {}

  /** Finds the stories related to an article that was just placed, and keeps its links. */
  Linked link(Story story, Terms all) {
    Rarity rarity = Rarity.ofLinks(state, story.language());
    Probe probe = new Probe(all.strongest(MAX_ARTICLE_LINKS, rarity), rarity);
    return new Linked(related(story, probe), keep(story, probe));
  }

  /**
   * Keeps the links of a story that another grouper found.
   *
   * @return stories of ours that it is related to: their articles, placed before it was heard of,
   *     could not name it
   */
  List<StoryLinks> adopt(Story story) {
    Story known = state.story(story.id());
    if (known != null && (known.terms().size() > 0 || known.into() != 0)) {
      return List.of();
    }
    List<StoryLinks> late = known == null && story.into() == 0 ? lateLinks(story) : List.of();
    state.save(story);
    for (int key : story.links().keys()) {
      state.index(key, story.id());
    }
    return late;
  }

  private List<StoryLinks> lateLinks(Story told) {
    Probe probe = new Probe(told.links(), Rarity.ofLinks(state, told.language()));
    return alike(told, probe).stream()
        .filter(found -> found.story.terms().size() > 0)
        .map(found -> new StoryLinks(found.story.name(), List.of(link(told, found.similarity))))
        .toList();
  }

  private List<Related> related(Story own, Probe probe) {
    return alike(own, probe).stream().map(found -> link(found.story, found.similarity)).toList();
  }

  private record Found(Story story, double similarity) {}

  /** The open stories of other languages most like this one's probe, best first. */
  private List<Found> alike(Story own, Probe probe) {
    List<Found> found = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    Function<int[], int[][]> others = links -> state.underOthers(links, own.language());
    double least = MIN_SIMILARITY * LINK_REACH;
    for (int place : probe.promising(others, MAX_LOOKUPS, least, ANY)) {
      Story story = state.openAt(place);
      if (story != null
          && story.language() != own.language()
          && seen.add(story.id())
          && story.distance(own.lastSeen()) <= StoryFinder.CLOSED_AFTER.toMillis()) {
        double similarity = probe.similarity(story.links(), MIN_SIMILARITY);
        if (similarity > 0) {
          found.add(new Found(story, similarity));
        }
      }
    }
    found.sort(
        Comparator.comparingDouble(Found::similarity)
            .reversed()
            .thenComparing(one -> one.story.name()));
    return found.size() <= MAX_RELATED ? found : found.subList(0, MAX_RELATED);
  }

  private static Related link(Story story, double similarity) {
    return new Related(story.name(), Related.RELATED, score(similarity));
  }

  /** A similarity as it is published, 0 to 100. */
  static int score(double similarity) {
    return (int) Math.round(100 * Math.min(1, similarity));
  }

  private Story keep(Story story, Probe probe) {
    for (int key : probe.terms.keys()) {
      if (!story.links().contains(key)) {
        probe.rarity.count(key);
      }
    }
    Terms sum = story.links().plus(probe.terms, 1);
    Story linked = story.linked(sum.strongest(MAX_STORY_LINKS, probe.rarity));
    state.save(linked);
    for (int key : probe.strongest(MAX_LOOKUPS)) {
      state.index(key, story.id());
    }
    return linked;
  }
}
