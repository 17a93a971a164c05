package io.dateline.enrich.country;

import io.dateline.enrich.match.Tokens;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Words beside a form that decide whether it names a place or a person, from {@code words.tsv}: one
 * kind a line ({@code place} words that stand before places, {@code title} words that stand before
 * persons, {@code given} names).
 *
 * @param place hashes of words of place ("in", "nach")
 * @param title hashes of titles ("Mr", "Herr")
 * @param given hashes of given names
 */
record ContextWords(Set<Long> place, Set<Long> title, Set<Long> given) {

  static ContextWords of(String language) {
    ContextWords words = new ContextWords(new HashSet<>(), new HashSet<>(), new HashSet<>());
    for (String folder : List.of(language, "any")) {
      for (Tsv.Line line : Tsv.read(folder + "/words.tsv")) {
        words.kind(line).addAll(hashes(line.column(1)));
      }
    }
    return words;
  }

  private Set<Long> kind(Tsv.Line line) {
    return switch (line.column(0)) {
      case "place" -> place;
      case "title" -> title;
      case "given" -> given;
      default -> throw line.wrong("unknown kind of word " + line.column(0));
    };
  }

  private static List<Long> hashes(String words) {
    Tokens tokens = Tokens.of(words);
    return java.util.stream.IntStream.range(0, tokens.count()).mapToObj(tokens::hash).toList();
  }

  boolean isPlace(Tokens tokens, int at) {
    return at >= 0 && place.contains(tokens.hash(at));
  }

  boolean isPersonal(Tokens tokens, int at) {
    return at >= 0 && (title.contains(tokens.hash(at)) || given.contains(tokens.hash(at)));
  }
}
