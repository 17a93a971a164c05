package io.dateline.enrich.country;

import io.dateline.enrich.match.Tokens;
import io.dateline.model.Passage;
import java.util.Locale;

/**
 * A match whose country may still be open.
 *
 * @param passage where
 * @param index the passage's place in reading order
 * @param tokens the passage's words
 * @param entry what matched
 * @param from first token
 * @param to one behind the last token
 * @param dateline whether it stands in the place line of a wire text
 */
record Candidate(
    Passage passage, int index, Tokens tokens, Entry entry, int from, int to, boolean dateline) {

  int start() {
    return tokens.start(from);
  }

  int end() {
    return tokens.end(to - 1);
  }

  /** The words without regard to capitals. */
  String folded() {
    return passage.text().substring(start(), end()).toLowerCase(Locale.ROOT);
  }

  Mention as(String code) {
    return new Mention(code, entry, passage, index, start(), end(), dateline);
  }
}
