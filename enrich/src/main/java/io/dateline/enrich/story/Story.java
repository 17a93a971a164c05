package io.dateline.enrich.story;

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
 */
public record Story(
    long id,
    int language,
    Terms terms,
    Terms links,
    int size,
    long firstSeen,
    long lastSeen,
    boolean comments) {

  /** A story without articles that begins at a time. */
  static Story empty(long id, int language, long at) {
    return new Story(id, language, Terms.NONE, Terms.NONE, 0, at, at, true);
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
        comments && genre == Genre.COMMENT);
  }

  /** The same with other links. */
  Story linked(Terms changed) {
    return new Story(id, language, terms, changed, size, firstSeen, lastSeen, comments);
  }

  /** The same with nothing but what links it to other languages. */
  Story withoutTerms() {
    return new Story(id, language, Terms.NONE, links, size, firstSeen, lastSeen, comments);
  }

  /** How far a time lies outside the story's span, in milliseconds; 0 within. */
  long distance(long at) {
    return Math.max(0, Math.max(at - lastSeen, firstSeen - at));
  }
}
