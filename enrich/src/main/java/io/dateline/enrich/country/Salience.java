package io.dateline.enrich.country;

import io.dateline.model.Tag;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much an article is about a country: a logistic function of its {@link Signals}, as a score of
 * 0 to 100; from 50 on the article is about it. The weights were fitted once on articles of several
 * desks together; each is one number with a plain meaning.
 */
final class Salience {

  /** From this score on an article is about the country. */
  static final int ABOUT = 50;

  private static final double BIAS = -3.93;
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
  private static final double BUSINESS = -1.6;
  private static final double BUSINESS_SHARE = -0.6;
  private static final double PLAIN_NAME = 0.3;
  private static final double HEADLINED = 0.3;
  private static final double LISTED = 0.6;

  /** So many countries, each said at least half as often as the first, are a list. */
  private static final int LIST_COUNTRIES = 4;

  private static final double LIST_RELATIVE = 0.5;

  /** Least score of a country that may be the only one an article is about. */
  private static final int CLEAR = 20;

  /** So many times the next country's score. */
  private static final double CLEAR_RATIO = 1.5;

  /** Score of a country that an article is plainly about. */
  private static final int PLAIN = 94;

  /** So many such countries leave others only a mention. */
  private static final int PLAIN_COUNTRIES = 2;

  /** More than so many beside them are a list, which the article is about. */
  private static final int MOST_BESIDE = 2;

  /** From this score on a country is never only a mention beside them. */
  private static final int FIRM = 75;

  /** Said less than this part of how often the first country is said. */
  private static final double BESIDE = 0.34;

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
            + (signals.business() ? BUSINESS + BUSINESS_SHARE * signals.share() : 0)
            + (signals.plain() ? PLAIN_NAME : 0)
            + (signals.headline() > 0 ? HEADLINED : 0)
            + (listed(signals) ? LISTED : 0);
    int score = (int) Math.round(100 / (1 + Math.exp(-sum)));
    boolean foreign = signals.datelineOnly() && signals.elsewhere() && !signals.business();
    return foreign ? Math.min(score, ABOUT - 1) : score;
  }

  private static boolean listed(Signals signals) {
    return signals.countries() >= LIST_COUNTRIES && signals.relative() >= LIST_RELATIVE;
  }

  /** Signals of a country and their score. */
  record Scored(Signals signals, int score) {

    Scored with(int other) {
      return new Scored(signals, other);
    }

    /** Whether it is only named beside the countries the article is plainly about. */
    boolean beside() {
      return score >= ABOUT && score < FIRM && signals.relative() < BESIDE;
    }
  }

  /** The score of each country, seen beside the others. */
  static Map<String, Scored> scores(Map<String, Signals> signals) {
    Map<String, Scored> scores = new LinkedHashMap<>();
    signals.forEach((code, s) -> scores.put(code, new Scored(s, score(s))));
    long plain = scores.values().stream().filter(s -> s.score() >= PLAIN).count();
    long beside = scores.values().stream().filter(Scored::beside).count();
    if (plain >= PLAIN_COUNTRIES && beside <= MOST_BESIDE) {
      scores.replaceAll((code, scored) -> scored.beside() ? scored.with(ABOUT - 1) : scored);
    } else if (plain == 0) {
      raiseOnlyOne(scores);
    }
    return scores;
  }

  /** An article that names places is about one of them, if one stands clear of the others. */
  private static void raiseOnlyOne(Map<String, Scored> scores) {
    List<Map.Entry<String, Scored>> best =
        scores.entrySet().stream()
            .sorted(Comparator.comparingInt(e -> -e.getValue().score()))
            .limit(2)
            .toList();
    Scored first = best.getFirst().getValue();
    int second = best.size() == 1 ? 0 : best.getLast().getValue().score();
    boolean clear = first.score() >= CLEAR && first.score() >= CLEAR_RATIO * second;
    if (clear && first.score() < ABOUT && !first.signals().datelineOnly()) {
      scores.put(best.getFirst().getKey(), first.with(ABOUT));
    }
  }

  static Tag.Relation relation(int score) {
    return score >= ABOUT ? Tag.Relation.ABOUT : Tag.Relation.MENTIONS;
  }
}
