package io.dateline.enrich.topic;

import java.util.Locale;
import java.util.Set;

/**
 * Finds terms as parts of compound words: a term that a word ends with ("Wohnungseinbruch") or
 * begins with ("Umweltproblem"). Such a part counts a little less than the word itself; parts too
 * short to mean anything are left out.
 */
final class Compounds {

  /** Languages that write compounds as one word. */
  static final Set<String> LANGUAGES = Set.of("de");

  /** Shortest term that may be a part, in letters. */
  static final int MIN_PART = 5;

  /** Fewest letters that must be left beside a part. */
  static final int MIN_REST = 3;

  /** Longest ending that a head may bear beyond the term ("-innen"). */
  static final int MAX_ENDING = 5;

  /** Terms of a lower weight are not looked for. */
  static final int MIN_WEIGHT = 3;

  private static final Set<String> ENDINGS =
      Set.of("", "s", "es", "n", "en", "e", "er", "ern", "in", "innen", "ens");

  private final TermTrie heads = new TermTrie();
  private final TermTrie modifiers = new TermTrie();

  /** Adds a single-word term; the entry says what its part is worth. */
  void add(String word, Entry part) {
    boolean open = word.charAt(word.length() - 1) == TermTrie.ANY_ENDING;
    String stem = (open ? word.substring(0, word.length() - 1) : word).toLowerCase(Locale.ROOT);
    if (stem.length() < MIN_PART || stem.chars().anyMatch(c -> !Character.isLetter(c))) {
      return;
    }
    heads.add(new StringBuilder(stem).reverse().toString(), part);
    if (!open) {
      modifiers.add(stem, part);
    }
  }

  TermTrie heads() {
    return heads;
  }

  TermTrie modifiers() {
    return modifiers;
  }

  /** The node of the longest head that a word ends with, whatever its ending. */
  int head(Words words, int word) {
    int start = words.start(word);
    int end = words.end(word);
    int best = TermTrie.ABSENT;
    int longest = 0;
    for (int off = 0; off <= MAX_ENDING && end - off - start >= MIN_PART + MIN_REST; off++) {
      if (!ENDINGS.contains(words.lower(end - off, end))) {
        continue;
      }
      int node = TermTrie.ROOT;
      for (int i = end - off - 1; i >= start + MIN_REST; i--) {
        node = heads.child(node, words.lower(i));
        if (node == TermTrie.ABSENT) {
          break;
        }
        if (heads.hasEntries(node) && end - off - i > longest) {
          longest = end - off - i;
          best = node;
        }
      }
    }
    return best;
  }

  /** The node of the longest term that a word begins with. */
  int modifier(Words words, int word) {
    int best = TermTrie.ABSENT;
    int node = TermTrie.ROOT;
    for (int i = words.start(word); i < words.end(word) - MIN_REST; i++) {
      node = modifiers.child(node, words.lower(i));
      if (node == TermTrie.ABSENT) {
        return best;
      }
      best = modifiers.hasEntries(node) ? node : best;
    }
    return best;
  }
}
