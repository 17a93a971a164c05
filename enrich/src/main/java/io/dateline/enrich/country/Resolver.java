package io.dateline.enrich.country;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Gives each candidate its country: by the region behind a comma ("Athens, Georgia"), by what else
 * the article names, or else the first of its countries.
 */
final class Resolver {

  private static final int LONGEST_GAP = 3;

  /** What a word that names a country weighs against one that hints at it. */
  private static final int FIRM = 2;

  /** What the source's home weighs: less than two words of the text. */
  private static final int HOME = 3;

  /** Fewer hints than this tell nothing. */
  private static final int LEAST_HINTS = 2;

  /** Two towns of that name are in the article. */
  private static final String OPEN = "";

  private final List<Candidate> candidates;
  private final @Nullable String[] codes;
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, Integer> hints = new HashMap<>();

  private Resolver(List<Candidate> candidates) {
    this.candidates = candidates;
    this.codes = new @Nullable String[candidates.size()];
  }

  static List<Mention> resolve(List<Candidate> found, @Nullable String home) {
    Resolver resolver =
        new Resolver(found.stream().filter(c -> !c.entry().blocks()).collect(Collectors.toList()));
    if (home != null) {
      resolver.hints.put(home, HOME);
    }
    resolver.byComma();
    resolver.sameTown();
    resolver.byArticle();
    return resolver.mentions();
  }

  /** A city takes the country of what stands behind its comma. */
  private void byComma() {
    for (int i = candidates.size() - 2; i >= 0; i--) {
      Candidate city = candidates.get(i);
      Candidate region = candidates.get(i + 1);
      boolean local = town(city.entry());
      boolean wide =
          region.entry().rule() == Rule.REGION
              || region.entry().rule() == Rule.ABBREVIATION
              || region.entry().rule() == Rule.NAME;
      if (local && wide && comma(city, region)) {
        codes[i] = Objects.requireNonNullElse(codes[i + 1], region.entry().codes().getFirst());
      }
    }
  }

  /** Once "London, Ky." is said, a plain "London" is the same town. */
  private void sameTown() {
    Map<String, String> said = new HashMap<>();
    for (int i = 0; i < codes.length; i++) {
      String code = codes[i];
      if (code != null && !code.equals(candidates.get(i).entry().codes().getFirst())) {
        said.merge(candidates.get(i).folded(), code, (a, b) -> a.equals(b) ? a : OPEN);
      }
    }
    for (int i = 0; i < codes.length && !said.isEmpty(); i++) {
      String code = said.getOrDefault(candidates.get(i).folded(), OPEN);
      if (codes[i] == null && town(candidates.get(i).entry()) && !code.equals(OPEN)) {
        codes[i] = code;
      }
    }
  }

  private static boolean town(Entry entry) {
    return entry.rule() == Rule.CITY || entry.rule() == Rule.CAPITAL;
  }

  private static boolean comma(Candidate city, Candidate region) {
    if (city.index() != region.index() || region.start() - city.end() > LONGEST_GAP) {
      return false;
    }
    String gap = city.passage().text().substring(city.end(), region.start());
    return gap.equals(", ") || gap.equals(" (") || gap.equals(",");
  }

  private void byArticle() {
    for (int i = 0; i < candidates.size(); i++) {
      Entry entry = candidates.get(i).entry();
      if (codes[i] == null && !entry.ambiguous() && !needsSupport(entry)) {
        codes[i] = entry.codes().getFirst();
      }
      String code = codes[i];
      if (code != null) {
        counts.merge(code, FIRM, Integer::sum);
      } else if (entry.is(Entry.Flag.FAINT) && !entry.ambiguous()) {
        hints.merge(entry.codes().getFirst(), 1, Integer::sum);
      }
    }
    for (int i = 0; i < candidates.size(); i++) {
      if (codes[i] == null && candidates.get(i).entry().ambiguous()) {
        codes[i] = choose(candidates.get(i).entry());
      }
    }
    support();
  }

  /** The country that the article names or hints at most; the first of equals. */
  private @Nullable String choose(Entry entry) {
    String best = entry.codes().getFirst();
    for (String code : entry.codes()) {
      if (weight(code) > weight(best)) {
        best = code;
      }
    }
    return entry.is(Entry.Flag.SUPPORT) && !counts.containsKey(best) ? null : best;
  }

  private int weight(String code) {
    return counts.getOrDefault(code, 0) + hints.getOrDefault(code, 0);
  }

  /** Faint words count where the country is named, or the strongest of them where none is. */
  private void support() {
    boolean none = Stream.of(codes).allMatch(Objects::isNull);
    String hinted =
        hints.entrySet().stream()
            .filter(e -> e.getValue() >= LEAST_HINTS)
            .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
            .map(Map.Entry::getKey)
            .orElse("");
    for (int i = 0; i < codes.length; i++) {
      Entry entry = candidates.get(i).entry();
      String code = entry.codes().getFirst();
      if (codes[i] == null && !entry.ambiguous() && needsSupport(entry)) {
        boolean named = counts.containsKey(code) && entry.rule() != Rule.CUE;
        codes[i] = named || (none && code.equals(hinted)) ? code : null;
      }
    }
  }

  private static boolean needsSupport(Entry entry) {
    return entry.is(Entry.Flag.SUPPORT) || entry.is(Entry.Flag.FAINT);
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
