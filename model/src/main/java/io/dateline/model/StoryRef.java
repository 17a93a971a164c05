package io.dateline.model;

import java.util.List;

/**
 * The story an article belongs to.
 *
 * @param id names the story; never changes once published
 * @param similarity 0 to 100: how well the article fits
 * @param related stories on the same event, in this or another language
 */
public record StoryRef(String id, int similarity, List<Related> related) {

  /**
   * A link to another story.
   *
   * @param id the other story
   * @param rel "merged" (found to be the same) or "related" (same event, other language)
   * @param score 0 to 100
   */
  public record Related(String id, String rel, int score) {}

  /** Copies the list. */
  public StoryRef {
    related = List.copyOf(related);
  }
}
