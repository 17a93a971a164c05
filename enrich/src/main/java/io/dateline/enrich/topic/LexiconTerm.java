package io.dateline.enrich.topic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line item of a lexicon file: words that speak for a topic.
 *
 * @param topic code of the topic; null for an exclusion, which only keeps shorter terms from firing
 * @param weight 1 (a hint) to 9 (settles it); 0 for an exclusion
 * @param pattern the words: {@code *} at the end of a word stands for any ending, at the start of a
 *     single word for any beginning, {@code #} for a number; a word with a capital letter matches
 *     only words with one
 * @param contexts patterns one of which must occur in the article too; empty when nothing must
 */
record LexiconTerm(@Nullable String topic, int weight, String pattern, List<String> contexts) {

  static final int MAX_WEIGHT = 9;

  LexiconTerm {
    if (weight < 0 || weight > MAX_WEIGHT || (topic == null) != (weight == 0)) {
      throw new IllegalArgumentException("weight " + weight + " of '" + pattern + "'");
    }
    if (pattern.isBlank() || pattern.equals("*")) {
      throw new IllegalArgumentException("a term without letters for topic " + topic);
    }
    contexts = List.copyOf(contexts);
  }
}
