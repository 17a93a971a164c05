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
   * @param rel {@link #MERGED} or {@link #RELATED}
   * @param score how alike the two are, 0 to 100
   */
  public record Related(String id, String rel, int score) {

    /** The other story was found to be the same; it ended, and its articles belong here too. */
    public static final String MERGED = "merged";

    /** The other story is on the same event in another language. */
    public static final String RELATED = "related";
  }

  /** Copies the list. */
  public StoryRef {
    related = List.copyOf(related);
  }
}
