package io.dateline.enrich.topic;

import java.util.List;

/**
 * A term as the trie holds it.
 *
 * @param id position among the lexicon's entries
 * @param topic index of the topic, {@link #NONE} for an exclusion, {@link #CONTEXT} for a word that
 *     only lets another term count
 * @param weight the term's weight
 * @param capitals bit n is set when word n must start with a capital letter
 * @param contexts ids of entries one of which must be found too; empty when nothing must
 */
record Entry(int id, int topic, int weight, int capitals, List<Integer> contexts) {

  static final int NONE = -1;
  static final int CONTEXT = -2;

  Entry {
    contexts = List.copyOf(contexts);
  }
}
