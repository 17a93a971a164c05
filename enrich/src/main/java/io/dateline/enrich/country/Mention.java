package io.dateline.enrich.country;

import io.dateline.model.Passage;

/**
 * Words of an article that stand for a country.
 *
 * @param code ISO 3166-1 alpha-2
 * @param entry what matched
 * @param passage where
 * @param index the passage's place in reading order
 * @param start first UTF-16 unit
 * @param end one behind the last UTF-16 unit
 * @param dateline whether they stand in the place line of a wire text
 */
record Mention(
    String code, Entry entry, Passage passage, int index, int start, int end, boolean dateline) {

  Rule rule() {
    return entry.rule();
  }
}
