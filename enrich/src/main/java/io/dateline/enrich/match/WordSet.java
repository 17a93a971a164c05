package io.dateline.enrich.match;

/** A set of words, compared as {@link Fold} folds them. Immutable and thread-safe once filled. */
public final class WordSet {

  private final LongIntMap hashes = new LongIntMap();

  private WordSet() {}

  /** The words of a text. */
  public static WordSet of(String words) {
    WordSet set = new WordSet();
    Tokens tokens = Tokens.of(words);
    for (int i = 0; i < tokens.count(); i++) {
      set.hashes.put(tokens.hash(i), 1);
    }
    return set;
  }

  /** Whether a word of a text is in the set; false for a place outside the text. */
  public boolean contains(Tokens tokens, int at) {
    return at >= 0 && at < tokens.count() && hashes.get(tokens.hash(at)) != LongIntMap.ABSENT;
  }
}
