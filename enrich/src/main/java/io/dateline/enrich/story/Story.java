package io.dateline.enrich.story;

/**
 * What is remembered of a story.
 *
 * @param id never changes
 * @param terms sum of its articles' terms
 * @param size how many articles it has
 * @param lastSeen event time of its newest article, epoch milliseconds
 */
public record Story(String id, Terms terms, int size, long lastSeen) {}
