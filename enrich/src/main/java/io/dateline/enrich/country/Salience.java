package io.dateline.enrich.country;

import io.dateline.model.Evidence;
import io.dateline.model.Passage.Part;
import io.dateline.model.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Weighs the mentions of each country and says which ones the article is about. */
final class Salience {

  private static final double HEADLINE = 4;
  private static final double LEDE = 2;
  private static final double BODY = 1;
  private static final double DATELINE = 0.5;
  private static final int LEDE_CHARS = 300;

  private static final double ABOUT_SHARE = 0.35;
  private static final double ABOUT_POINTS = 2;

  private Salience() {}

  static List<Tag> tags(List<Mention> mentions) {
    Map<String, List<Mention>> byCode = new LinkedHashMap<>();
    for (Mention mention : mentions) {
      byCode.computeIfAbsent(mention.code(), c -> new ArrayList<>()).add(mention);
    }
    double top = byCode.values().stream().mapToDouble(Salience::points).max().orElse(0);
    List<Tag> tags = new ArrayList<>();
    byCode.forEach((code, said) -> tags.add(tag(code, said, top)));
    tags.sort(Comparator.comparingInt(Tag::confidence).reversed().thenComparing(Tag::code));
    return tags;
  }

  private static double points(List<Mention> said) {
    double sum = 0;
    for (Mention mention : said) {
      sum += position(mention) * kind(mention.rule());
    }
    return sum;
  }

  private static double position(Mention mention) {
    if (mention.dateline()) {
      return DATELINE;
    }
    return switch (mention.passage().part()) {
      case HEADLINE -> HEADLINE;
      case KICKER, SUMMARY, SECTION, KEYWORD -> LEDE;
      case LOCATED -> DATELINE;
      case BODY -> mention.start() < LEDE_CHARS ? LEDE : BODY;
    };
  }

  private static double kind(Rule rule) {
    return switch (rule) {
      case NAME, FORMER, DEMONYM, ADJECTIVE -> 1;
      case CAPITAL, REGION, INSTITUTION, LEADER -> 0.9;
      case CITY, ABBREVIATION, TRAP -> 0.7;
      case DATELINE, HOME, LANGUAGE -> 0.5;
    };
  }

  private static Tag tag(String code, List<Mention> said, double top) {
    double points = points(said);
    boolean about =
        points >= ABOUT_SHARE * top
            && (points >= ABOUT_POINTS || points == top)
            && said.stream().anyMatch(m -> !m.dateline() && m.passage().part() != Part.LOCATED);
    int score = (int) Math.round(100 * points / (points + 4));
    List<Evidence> evidence =
        said.stream().map(m -> m.passage().evidence(m.start(), m.end())).toList();
    return new Tag(
        Tag.Kind.COUNTRY,
        code,
        Countries.name(code),
        about ? Tag.Relation.ABOUT : Tag.Relation.MENTIONS,
        score,
        said.getFirst().rule().id(),
        false,
        evidence);
  }
}
