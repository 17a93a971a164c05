package io.dateline.model.diff;

/**
 * A run of words and what became of it. The texts of all kept and removed runs, joined, are the
 * older text; those of all kept and added runs the newer one.
 *
 * @param kind what became of it
 * @param text the words with the white space behind them
 */
public record Change(Kind kind, String text) {

  /** What became of words. */
  public enum Kind {
    /** They stand in both texts. */
    KEPT,
    /** Only the newer text has them. */
    ADDED,
    /** Only the older text has them. */
    REMOVED
  }
}
