package io.dateline.enrich.country;

import io.dateline.model.Tag;

/**
 * How much an article is about a country: a logistic function of its {@link Signals}, as a score of
 * 0 to 100; from 50 on the article is about it. The weights were fitted once on articles of several
 * desks together; each is one number with a plain meaning.
 */
final class Salience {

  /** From this score on an article is about the country. */
  static final int ABOUT = 50;

  private static final double BIAS = -3.63;
  private static final double LOG_NAMED = 1.59;
  private static final double LOG_CAPITAL = 0.54;
  private static final double LOG_LOCAL = 0.22;
  private static final double EARLY = 2.6;
  private static final double SHARE = 1.41;
  private static final double RELATIVE = 0.88;
  private static final double DATELINE = 3.61;
  private static final double DATELINE_ONLY = 3.12;
  private static final double ALONE = 2.87;
  private static final double LOG_COUNTRIES = 0.62;
  private static final double HEADLINE = 0.42;
  private static final double BUSINESS = -1.32;

  private Salience() {}

  /** The score; the place line alone never makes an article of general news about a country. */
  static int score(Signals signals) {
    double sum =
        BIAS
            + LOG_NAMED * Math.log1p(signals.named())
            + LOG_CAPITAL * Math.log1p(signals.capital())
            + LOG_LOCAL * Math.log1p(signals.local())
            + EARLY * signals.early()
            + SHARE * signals.share()
            + RELATIVE * signals.relative()
            + (signals.dateline() ? DATELINE : 0)
            + (signals.datelineOnly() ? DATELINE_ONLY : 0)
            + (signals.countries() == 1 ? ALONE : 0)
            + LOG_COUNTRIES * Math.log(signals.countries())
            + HEADLINE * signals.headline()
            + (signals.business() ? BUSINESS : 0);
    int score = (int) Math.round(100 / (1 + Math.exp(-sum)));
    boolean foreign = signals.datelineOnly() && signals.elsewhere() && !signals.business();
    return foreign ? Math.min(score, ABOUT - 1) : score;
  }

  static Tag.Relation relation(int score) {
    return score >= ABOUT ? Tag.Relation.ABOUT : Tag.Relation.MENTIONS;
  }
}
