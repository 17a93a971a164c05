package io.dateline.enrich.country;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gives each candidate its country: by the region behind a comma ("Athens, Georgia"), by what else
 * the article names, or else the first of its countries.
 */
final class Resolver {

  private static final int LONGEST_GAP = 3;

  private final List<Candidate> candidates;
  private final @Nullable String[] codes;

  private Resolver(List<Candidate> candidates) {
    this.candidates = candidates;
    this.codes = new @Nullable String[candidates.size()];
  }

  static List<Mention> resolve(List<Candidate> found) {
    Resolver resolver =
        new Resolver(found.stream().filter(c -> !c.entry().blocks()).collect(Collectors.toList()));
    resolver.byComma();
    resolver.byArticle();
    return resolver.mentions();
  }

  /** A city takes the country of what stands behind its comma. */
  private void byComma() {
    for (int i = candidates.size() - 2; i >= 0; i--) {
      Candidate city = candidates.get(i);
      Candidate region = candidates.get(i + 1);
      boolean local = city.entry().rule() == Rule.CITY || city.entry().rule() == Rule.CAPITAL;
      boolean wide =
          region.entry().rule() == Rule.REGION
              || region.entry().rule() == Rule.ABBREVIATION
              || region.entry().rule() == Rule.NAME;
      if (local && wide && comma(city, region)) {
        codes[i] = Objects.requireNonNullElse(codes[i + 1], region.entry().codes().getFirst());
      }
    }
  }

  private static boolean comma(Candidate city, Candidate region) {
    if (city.index() != region.index() || region.start() - city.end() > LONGEST_GAP) {
      return false;
    }
    String gap = city.passage().text().substring(city.end(), region.start());
    return gap.equals(", ") || gap.equals(" (") || gap.equals(",");
  }

  private void byArticle() {
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < candidates.size(); i++) {
      Entry entry = candidates.get(i).entry();
      if (codes[i] == null && !entry.ambiguous() && !entry.is(Entry.Flag.SUPPORT)) {
        codes[i] = entry.codes().getFirst();
      }
      String code = codes[i];
      if (code != null) {
        counts.merge(code, 1, Integer::sum);
      }
    }
    for (int i = 0; i < candidates.size(); i++) {
      if (codes[i] == null) {
        codes[i] = choose(candidates.get(i).entry(), counts);
      }
    }
  }

  private static @Nullable String choose(Entry entry, Map<String, Integer> counts) {
    String best = entry.codes().getFirst();
    for (String code : entry.codes()) {
      if (counts.getOrDefault(code, 0) > counts.getOrDefault(best, 0)) {
        best = code;
      }
    }
    return entry.is(Entry.Flag.SUPPORT) && !counts.containsKey(best) ? null : best;
  }

  private List<Mention> mentions() {
    List<Mention> mentions = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      String code = codes[i];
      if (code != null) {
        mentions.add(candidates.get(i).as(code));
      }
    }
    return mentions;
  }
}
