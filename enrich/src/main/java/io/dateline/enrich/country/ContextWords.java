package io.dateline.enrich.country;

import io.dateline.enrich.match.Tokens;
import io.dateline.enrich.match.WordSet;
import java.util.List;

/**
 * Words beside a form that decide what it names, from {@code words.tsv}: one kind a line.
 *
 * @param place words that stand before places ("in", "nach")
 * @param title words that stand before persons ("Mr", "Herr")
 * @param given given names
 * @param money currencies ("dollar")
 * @param street words that end the name of a street ("Platz", "Avenue")
 * @param business words of market and company reports, which are about the place they come from;
 *     and "here"
 */
record ContextWords(
    WordSet place, WordSet title, WordSet given, WordSet money, WordSet street, WordSet business) {

  static ContextWords of(String language) {
    return new ContextWords(
        words(language, "place"),
        words(language, "title"),
        words(language, "given"),
        words(language, "money"),
        words(language, "street"),
        words(language, "business"));
  }

  private static WordSet words(String language, String kind) {
    StringBuilder words = new StringBuilder();
    for (String folder : List.of(language, "any")) {
      for (Tsv.Line line : Tsv.read(folder + "/words.tsv")) {
        if (line.column(0).equals(kind)) {
          words.append(line.column(1)).append(' ');
        }
      }
    }
    return WordSet.of(words.toString());
  }

  boolean isPersonal(Tokens tokens, int at) {
    return title.contains(tokens, at) || given.contains(tokens, at);
  }
}
