package io.dateline.enrich.story;

import io.dateline.model.CopyGroup;
import io.dateline.model.StoryRef;

/**
 * Where an article belongs.
 *
 * @param copies the copies of its text
 * @param story the articles on its event
 */
public record Grouping(CopyGroup copies, StoryRef story) {}
