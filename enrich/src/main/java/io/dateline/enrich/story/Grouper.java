package io.dateline.enrich.story;

import io.dateline.enrich.duplicate.CopyFinder;
import io.dateline.enrich.duplicate.CopyState;
import io.dateline.enrich.duplicate.MemoryCopyState;
import io.dateline.enrich.duplicate.Sketch;
import io.dateline.enrich.duplicate.Words;
import io.dateline.model.Article;
import io.dateline.model.CopyGroup;
import io.dateline.model.LanguageTag;
import io.dateline.model.StoryLinks;
import io.dateline.model.StoryRef;
import io.dateline.model.StoryRef.Related;
import io.dateline.model.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Groups articles in the order in which they arrive: first the copies of a text, then the story.
 * What it answers depends on nothing but that order and its two states.
 *
 * <p>Not for use by several threads at once.
 */
public final class Grouper {

  /** Articles remembered by {@link #inMemory()}. */
  public static final int DEFAULT_CAPACITY = 200_000;

  /** Fewest body words of an item that is more than a headline. */
  static final int MIN_BODY_WORDS = 20;

  private final CopyFinder copies;
  private final StoryFinder stories;
  private final StoryLinker linker;

  /** Groups with the caller's states. */
  public Grouper(CopyState copyState, StoryState storyState) {
    copies = new CopyFinder(copyState);
    stories = new StoryFinder(storyState);
    linker = new StoryLinker(storyState);
  }

  /** Groups in memory, remembering the last {@value #DEFAULT_CAPACITY} articles. */
  public static Grouper inMemory() {
    return new Grouper(
        new MemoryCopyState(DEFAULT_CAPACITY), new MemoryStoryState(DEFAULT_CAPACITY));
  }

  /**
   * Puts an article into its copy group and its story, and remembers it.
   *
   * @param article one version of an article
   * @param tags its country and topic tags
   * @param language the language detected; stories hold articles of one language
   * @param eventTime when the article's version was published, or arrived when that is unknown
   */
  public Grouping group(Article article, List<Tag> tags, LanguageTag language, Instant eventTime) {
    CopyGroup group = copies.place(article.uri(), sketch(article));
    Genre genre = Genre.of(article);
    StoryFinder.Placed placed =
        stories.place(
            new StoryFinder.Item(
                article.uri(),
                group.id(),
                StoryText.of(article, genre, tags, language),
                (int) Words.hashOf(language.primary()),
                eventTime.toEpochMilli(),
                genre));
    var linked = linker.link(placed.story(), LinkText.of(article, tags));
    List<Related> links = new ArrayList<>(linked.related());
    List<Story> news = new ArrayList<>(news(linked.story()));
    StoryMerger.Merged merged = placed.merged();
    if (merged != null) {
      int score = StoryLinker.score(merged.similarity());
      links.add(0, new Related(merged.gone().name(), Related.MERGED, score));
      news = List.of(linked.story().withoutTerms(), merged.gone());
    }
    int similarity = StoryLinker.score(placed.similarity());
    return new Grouping(group, new StoryRef(placed.story().name(), similarity, links), news);
  }

  /** Told at its first article and whenever it has doubled since. */
  private static List<Story> news(Story story) {
    return Integer.bitCount(story.size()) == 1 ? List.of(story.withoutTerms()) : List.of();
  }

  /**
   * Takes in what the grouper of another language told in {@link Grouping#news()}, so that stories
   * here are linked to that one.
   *
   * @return what is now known of stories whose articles are published already
   */
  public List<StoryLinks> adopt(Story news) {
    return linker.adopt(news);
  }

  /** A body too short for shingles is compared as a whole; without one the headline is. */
  private static Sketch sketch(Article article) {
    Words body = Words.of(article.text().body());
    if (body.size() >= MIN_BODY_WORDS) {
      return Sketch.of(body);
    }
    return Sketch.ofWhole(
        body.size() >= Sketch.MIN_WHOLE_WORDS ? body : Words.of(article.text().headline()));
  }
}
