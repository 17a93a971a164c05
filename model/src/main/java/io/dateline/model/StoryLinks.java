package io.dateline.model;

import java.util.List;

/**
 * Links of a story that were found after its articles had been published: the stories of other
 * languages were still unknown then.
 *
 * @param story the id of {@link StoryRef}; never empty
 * @param related the stories it is linked to, at least one
 */
public record StoryLinks(String story, List<StoryRef.Related> related) {

  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException when there is no story or no link
   */
  public StoryLinks {
    if (story.isEmpty() || related.isEmpty()) {
      throw new IllegalArgumentException("links need a story and another one");
    }
    related = List.copyOf(related);
  }
}
