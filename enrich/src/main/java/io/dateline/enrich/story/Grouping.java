package io.dateline.enrich.story;

import io.dateline.model.CopyGroup;
import io.dateline.model.StoryRef;
import org.jspecify.annotations.Nullable;

/**
 * Where an article belongs.
 *
 * @param copies the copies of its text
 * @param story the articles on its event
 * @param news what the groupers of other languages should be told of the story; null when it has
 *     not grown enough since they were told last
 */
public record Grouping(CopyGroup copies, StoryRef story, @Nullable Story news) {}
