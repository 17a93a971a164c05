package io.dateline.enrich.story;

import io.dateline.enrich.duplicate.Words;
import io.dateline.model.ArticleUri;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides, in arrival order, which story an article belongs to. The state is the caller's. */
final class StoryFinder {

  /** Least similarity of an article of many terms to a story it joins, 0 to 1. */
  static final double MIN_SIMILARITY = 0.27;

  /** The same for an article of hardly any terms: a headline shares few of a story's terms. */
  static final double MIN_SIMILARITY_SHORT = 0.10;

  /** The same for a comment, or a report that meets comments only: they share few words. */
  static final double MIN_SIMILARITY_COMMENT = 0.15;

  /** From so many terms on an article is one of many terms. */
  static final int MANY_TERMS = 70;

  /** The strongest terms of an article that are compared. */
  static final int MAX_ARTICLE_TERMS = 100;

  /** The strongest terms of a story that are kept. */
  static final int MAX_STORY_TERMS = 64;

  /** The strongest terms of an article under which stories are looked for. */
  static final int MAX_LOOKUPS = 20;

  /** The strongest terms of an article that lead to its story afterwards. */
  static final int MAX_INDEXED = 28;

  /** A story's strongest term may become so much stronger while the story does not change. */
  static final float PEAK_SLACK = 2.5f;

  /** Outside a story's span similarity halves in this time. */
  static final Duration HALF_LIFE = Duration.ofDays(7);

  /** A story quiet for so long is closed. */
  static final Duration CLOSED_AFTER = Duration.ofDays(30);

  /** What is left of the square of a similarity after so many hours. */
  private static final double[] AGED_SQUARES = new double[(int) CLOSED_AFTER.toHours() + 1];

  static {
    for (int hour = 0; hour < AGED_SQUARES.length; hour++) {
      AGED_SQUARES[hour] = Math.pow(decay(Duration.ofHours(hour).toMillis()), 2);
    }
  }

  private final StoryState state;
  private final StoryMerger merger;

  /** Decides with what a state remembers. */
  StoryFinder(StoryState state) {
    this.state = state;
    merger = new StoryMerger(state);
  }

  /**
   * Where an article was put.
   *
   * @param story its story, this article included
   * @param similarity how well it fits, 0 to 1; 1 for the founder
   * @param merged the two stories that it showed to be one; null when it showed nothing
   */
  record Placed(Story story, double similarity, StoryMerger.@Nullable Merged merged) {}

  private record Candidate(Story story, double similarity) {}

  /**
   * An article to be placed.
   *
   * @param uri the article
   * @param first the first article of its copy group, the article itself unless it is a copy
   * @param terms its terms
   * @param languageKey under which the stories of its language are counted
   * @param at its event time, epoch milliseconds
   * @param genre what kind of text it is
   */
  record Item(ArticleUri uri, String first, Terms terms, int languageKey, long at, Genre genre) {}

  /**
   * Puts an article into a story and remembers it. A later version stays in its story, and a copy
   * joins the story of the text it copies.
   */
  Placed place(Item item) {
    Story earlier = state.story(state.storyOf(item.uri.value()));
    if (earlier != null) {
      return new Placed(earlier, 1, null);
    }
    Story copied = state.open(state.storyOf(item.first));
    if (copied != null) {
      Story counted = copied.with(copied.terms(), item.at, item.genre);
      state.save(counted);
      state.assign(item.uri.value(), counted.id());
      return new Placed(counted, 1, null);
    }
    Rarity rarity = new Rarity(state, item.languageKey);
    Probe probe = new Probe(item.terms.strongest(MAX_ARTICLE_TERMS, rarity), rarity);
    List<Candidate> fitting = item.genre == Genre.DIGEST ? List.of() : fitting(probe, item);
    Placed placed =
        fitting.isEmpty() ? new Placed(found(item, probe), 1, null) : join(item, probe, fitting);
    state.assign(item.uri.value(), placed.story.id());
    if (item.genre != Genre.DIGEST) {
      index(placed.story, probe);
    }
    return placed;
  }

  /** Joins the best story, and merges it with the next best when the two are one. */
  private Placed join(Item item, Probe probe, List<Candidate> fitting) {
    Candidate best = fitting.get(0);
    Story joined = keep(best.story, probe, item);
    StoryMerger.Merged merged =
        fitting.size() == 1 ? null : merger.merge(joined, fitting.get(1).story, probe.rarity);
    return new Placed(merged == null ? joined : merged.kept(), best.similarity, merged);
  }

  private void index(Story story, Probe probe) {
    for (int key : probe.strongest(MAX_INDEXED)) {
      state.index(key, story.id());
    }
  }

  private Story found(Item item, Probe probe) {
    state.count(item.languageKey);
    Story empty = Story.empty(idOf(item.uri), item.languageKey, item.at);
    return keep(empty, probe, item);
  }

  private Story keep(Story story, Probe probe, Item item) {
    for (int key : probe.terms.keys()) {
      if (!story.terms().contains(key)) {
        probe.rarity.count(key);
      }
    }
    Terms sum = story.terms().plus(probe.terms, (float) (1 / probe.norm));
    Story changed = story.with(sum.strongest(MAX_STORY_TERMS, probe.rarity), item.at, item.genre);
    state.save(changed);
    return changed;
  }

  /** Derived from the founding article, so that every instance names it the same. Never 0. */
  private static long idOf(ArticleUri uri) {
    return Words.mix(Words.of("story").hash(0) + 31 * Words.hashOf(uri.value())) | 1;
  }

  /** The open stories that an article may join, best first. */
  private List<Candidate> fitting(Probe probe, Item item) {
    double least = least(probe);
    double usual = item.genre == Genre.COMMENT ? Math.min(MIN_SIMILARITY_COMMENT, least) : least;
    List<Candidate> found = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    for (Story story : open(probe, usual, item.at)) {
      if (!seen.add(story.id())) {
        continue;
      }
      double decay = decay(story.distance(item.at));
      boolean comment = item.genre == Genre.COMMENT || story.comments();
      double needed = comment ? Math.min(MIN_SIMILARITY_COMMENT, least) : least;
      double similarity = decay * probe.similarity(story.terms(), needed / decay);
      if (similarity > 0) {
        found.add(new Candidate(story, similarity));
      }
    }
    found.sort(Comparator.comparingDouble(Candidate::similarity).reversed());
    return found;
  }

  /**
   * The promising stories that are open at a time. They are fetched before the first is compared:
   * in a large memory each lies far from the others, and the processor waits for several at once.
   */
  private List<Story> open(Probe probe, double least, long at) {
    List<Story> open = new ArrayList<>();
    double enough = least * least;
    Shortlist.Hope hope =
        (place, sum, count) -> {
          double aged = sum * agedSquare(at - state.lastSeenAt(place));
          return aged >= enough && aged * Math.min(1, count * peak(place, probe)) >= enough;
        };
    for (int place : probe.promising(state::under, MAX_LOOKUPS, least, hope)) {
      Story story = state.openAt(place);
      if (story != null
          && story.terms().size() > 0
          && story.distance(at) <= CLOSED_AFTER.toMillis()) {
        open.add(story);
      }
    }
    return open;
  }

  /** Noted when it is asked for first: it holds until the story changes. */
  private double peak(int place, Probe probe) {
    float known = state.peakAt(place);
    if (known == 0) {
      Story story = state.at(place);
      known =
          story == null || story.comments() || story.into() != 0
              ? 1
              : Math.min(1, PEAK_SLACK * probe.peak(story.terms()));
      state.peakAt(place, known);
    }
    return known;
  }

  /** How much of its similarity a story keeps at a time outside its span, 0 to 1. */
  private static double decay(long millis) {
    return Math.pow(0.5, (double) millis / HALF_LIFE.toMillis());
  }

  /** At least the square of {@link #decay}, 0 when the story is closed by then. */
  private static double agedSquare(long millis) {
    long hour = Math.max(0, millis) / Duration.ofHours(1).toMillis();
    return hour < AGED_SQUARES.length ? AGED_SQUARES[(int) hour] : 0;
  }

  private static double least(Probe probe) {
    return MIN_SIMILARITY_SHORT
        + (MIN_SIMILARITY - MIN_SIMILARITY_SHORT)
            * Math.min(1, probe.terms.size() / (double) MANY_TERMS);
  }
}
