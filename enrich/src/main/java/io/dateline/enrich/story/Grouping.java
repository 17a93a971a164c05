package io.dateline.enrich.story;

import io.dateline.model.CopyGroup;
import io.dateline.model.StoryRef;
import java.util.List;

/**
 * Where an article belongs.
 *
 * @param copies the copies of its text
 * @param story the articles on its event
 * @param news what the groupers of other languages should be told of stories; mostly nothing
 */
public record Grouping(CopyGroup copies, StoryRef story, List<Story> news) {

  /** Copies the list. */
  public Grouping {
    news = List.copyOf(news);
  }
}
