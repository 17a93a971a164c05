package io.dateline.enrich.country;

import io.dateline.model.Passage.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What speaks for an article being about a country.
 *
 * @param named mentions by name, people or adjective
 * @param plain whether its own name stands in the text, not only its people or an adjective
 * @param capital mentions by capital
 * @param local mentions by city or region
 * @param early 1 at the head of the body, falling to 0 down the text; 0 when not in the body
 * @param share its part of all mentions
 * @param relative its mentions over those of the country mentioned most
 * @param dateline whether the place line names it
 * @param datelineOnly whether nothing but the place line names it
 * @param elsewhere whether the running text names another country
 * @param countries how many countries the article names
 * @param headline its part of the countries in the headline
 * @param business whether the text is a market or company report
 */
record Signals(
    int named,
    boolean plain,
    int capital,
    int local,
    double early,
    double share,
    double relative,
    boolean dateline,
    boolean datelineOnly,
    boolean elsewhere,
    int countries,
    double headline,
    boolean business) {

  /** Down this many UTF-16 units the early signal has halved. */
  private static final double EARLY_CHARS = 400;

  /** Without a headline so much of the body stands for one, in UTF-16 units. */
  private static final int HEAD_CHARS = 100;

  /** A place and its country so close are one mention, in UTF-16 units. */
  private static final int EXPLAINED_CHARS = 6;

  /** The mentions of each country in reading order. */
  static Map<String, List<Mention>> byCountry(List<Mention> mentions) {
    Map<String, List<Mention>> byCode = new LinkedHashMap<>();
    for (Mention mention : mentions) {
      byCode.computeIfAbsent(mention.code(), c -> new ArrayList<>()).add(mention);
    }
    return byCode;
  }

  /**
   * The signals of each country.
   *
   * @param headed whether the article has a headline
   */
  static Map<String, Signals> of(
      Map<String, List<Mention>> byCode, boolean headed, boolean business) {
    Map<String, Double> points = new LinkedHashMap<>();
    byCode.forEach((code, said) -> points.put(code, points(said)));
    double total = points.values().stream().mapToDouble(p -> p).sum();
    double top = points.values().stream().mapToDouble(p -> p).max().orElse(0);
    long heads =
        byCode.values().stream().flatMap(List::stream).filter(m -> inHead(m, headed)).count();
    Map<String, Signals> signals = new LinkedHashMap<>();
    byCode.forEach((code, said) -> {
      double own = points.getOrDefault(code, 0.0);
      long head = said.stream().filter(m -> inHead(m, headed)).count();
      boolean dateline = said.stream().anyMatch(Mention::dateline);
      signals.put(
          code,
          new Signals(
              count(said, Weight.NAMED),
              said.stream().anyMatch(Signals::plain),
              count(said, Weight.CAPITAL),
              count(said, Weight.LOCAL),
              early(said, !headed && head > 0),
              ratio(own, total),
              ratio(own, top),
              dateline,
              dateline && own == 0,
              total > own,
              byCode.size(),
              ratio((double) head, (double) heads),
              business));
    });
    return signals;
  }

  private static double ratio(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  private static double points(List<Mention> said) {
    double sum = 0;
    for (int i = 0; i < said.size(); i++) {
      Weight weight = Weight.of(said.get(i).rule());
      boolean counts = !said.get(i).dateline() && (weight == Weight.NAMED || !explained(said, i));
      sum += counts ? weight.points : 0;
    }
    return sum;
  }

  private static int count(List<Mention> said, Weight weight) {
    int count = 0;
    for (int i = 0; i < said.size(); i++) {
      Mention mention = said.get(i);
      boolean counts = !mention.dateline() && Weight.of(mention.rule()) == weight;
      count += counts && (weight == Weight.NAMED || !explained(said, i)) ? 1 : 0;
    }
    return count;
  }

  private static boolean plain(Mention mention) {
    boolean name = mention.rule() == Rule.NAME || mention.rule() == Rule.FORMER;
    return name && !mention.dateline();
  }

  /** "Astana in Kasachstan" is one mention, not two. */
  private static boolean explained(List<Mention> said, int at) {
    if (at + 1 == said.size()) {
      return false;
    }
    Mention next = said.get(at + 1);
    return next.index() == said.get(at).index()
        && next.start() - said.get(at).end() <= EXPLAINED_CHARS;
  }

  private static boolean inHead(Mention mention, boolean headed) {
    return switch (mention.passage().part()) {
      case HEADLINE, KICKER -> true;
      case BODY -> !headed && !mention.dateline() && mention.start() < HEAD_CHARS;
      case SUMMARY, LOCATED, SECTION, KEYWORD -> false;
    };
  }

  private static double early(List<Mention> said, boolean first) {
    if (first) {
      return 1;
    }
    return said.stream()
        .filter(m -> !m.dateline())
        .filter(m -> m.passage().part() == Part.BODY || m.passage().part() == Part.SUMMARY)
        .mapToDouble(m -> 1 / (1 + m.start() / EARLY_CHARS))
        .max()
        .orElse(0);
  }

  /** What a mention weighs by its rule. */
  private enum Weight {
    NAMED(1),
    CAPITAL(0.9),
    LOCAL(0.6),
    POWER(0.9),
    FAINT(0.3);

    private final double points;

    Weight(double points) {
      this.points = points;
    }

    static Weight of(Rule rule) {
      return switch (rule) {
        case NAME, FORMER, DEMONYM, ADJECTIVE -> NAMED;
        case CAPITAL -> CAPITAL;
        case CITY, REGION, ABBREVIATION, TRAP -> LOCAL;
        case INSTITUTION, LEADER -> POWER;
        case COMPANY, CUE, DATELINE, HOME -> FAINT;
      };
    }
  }
}
