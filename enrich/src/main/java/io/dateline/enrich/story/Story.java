package io.dateline.enrich.story;

import java.util.HexFormat;

/**
 * What is remembered of a story.
 *
 * @param id never changes
 * @param language key of its language
 * @param terms sum of its articles' terms, the strongest only
 * @param links sum of its articles' links to other languages, the strongest only
 * @param size how many articles it has
 * @param firstSeen event time of its oldest article, epoch milliseconds
 * @param lastSeen event time of its newest article, epoch milliseconds
 * @param comments whether all of its articles are comments
 * @param into the story it was merged into; 0 while it is a story of its own
 */
public record Story(
    long id,
    int language,
    Terms terms,
    Terms links,
    int size,
    long firstSeen,
    long lastSeen,
    boolean comments,
    long into) {

  /** Its id as it is published: 16 hexadecimal digits. */
  public String name() {
    return HexFormat.of().toHexDigits(id);
  }

  /** A story without articles that begins at a time. */
  static Story empty(long id, int language, long at) {
    return new Story(id, language, Terms.NONE, Terms.NONE, 0, at, at, true, 0);
  }

  /** The same with one more article and other terms. */
  Story with(Terms changed, long at, Genre genre) {
    return new Story(
        id,
        language,
        changed,
        links,
        size + 1,
        Math.min(firstSeen, at),
        Math.max(lastSeen, at),
        comments && genre == Genre.COMMENT,
        into);
  }

  /** The same with other links. */
  Story linked(Terms changed) {
    return new Story(id, language, terms, changed, size, firstSeen, lastSeen, comments, into);
  }

  /** The same with nothing but what links it to other languages. */
  Story withoutTerms() {
    return new Story(id, language, Terms.NONE, links, size, firstSeen, lastSeen, comments, into);
  }

  /** This story and another one that was found to be the same, with the terms and links of both. */
  Story and(Story other, Terms bothTerms, Terms bothLinks) {
    return new Story(
        id,
        language,
        bothTerms,
        bothLinks,
        size + other.size,
        Math.min(firstSeen, other.firstSeen),
        Math.max(lastSeen, other.lastSeen),
        comments && other.comments,
        0);
  }

  /** What is left of this story after it was merged into another one. */
  Story mergedInto(Story other) {
    return new Story(
        id, language, Terms.NONE, Terms.NONE, size, firstSeen, lastSeen, comments, other.id);
  }

  /** How far a time lies outside the story's span, in milliseconds; 0 within. */
  long distance(long at) {
    return Math.max(0, Math.max(at - lastSeen, firstSeen - at));
  }
}
