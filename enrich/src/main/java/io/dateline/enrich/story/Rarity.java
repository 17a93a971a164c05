package io.dateline.enrich.story;

/**
 * How much a term tells of an event: the fewer stories of its language have it, the more. Counting
 * stories and not articles keeps the words of one big story telling.
 */
final class Rarity {

  /** Stories that are taken for seen before the first: no term is telling after two stories. */
  private static final double PRIOR_STORIES = 100;

  private static final double[] LOGS = new double[1 << 16];

  static {
    for (int i = 0; i < LOGS.length; i++) {
      LOGS[i] = Math.log(i + 1.0);
    }
  }

  private final StoryState state;
  private final int salt;
  private final double logStories;

  /** The rarity of terms of a language, as of now. */
  Rarity(StoryState state, int languageKey) {
    this(state, languageKey, 0);
  }

  private Rarity(StoryState state, int languageKey, int salt) {
    this.state = state;
    this.salt = salt;
    logStories = Math.log(state.storiesWith(languageKey) + PRIOR_STORIES);
  }

  /** The rarity of links, which are the same in all languages, among the stories of one. */
  static Rarity ofLinks(StoryState state, int languageKey) {
    return new Rarity(state, languageKey, languageKey);
  }

  /** Counts a term that a story has gained. */
  void count(int term) {
    state.count(term ^ salt);
  }

  /** 0 for a term of all stories; the power of 1.5 of the logarithm of the inverse share. */
  double of(int term) {
    int stories = state.storiesWith(term ^ salt);
    double log = stories < LOGS.length ? LOGS[stories] : Math.log(stories + 1.0);
    double gain = Math.max(0, logStories - log);
    return gain * Math.sqrt(gain);
  }
}
