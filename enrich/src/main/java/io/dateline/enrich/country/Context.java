package io.dateline.enrich.country;

import io.dateline.enrich.match.TokenTrie;
import io.dateline.enrich.match.Tokens;
import io.dateline.enrich.match.Tokens.Shape;

/** Decides by the neighbouring words whether a match may name a place. */
final class Context {

  private Context() {}

  static boolean allows(Tokens tokens, TokenTrie.Match<Entry> match, Gazetteer gazetteer) {
    Entry entry = match.value();
    ContextWords words = gazetteer.words();
    int before = match.from() - 1;
    if (entry.is(Entry.Flag.COMMA) && !behindComma(tokens, match.from())) {
      return false;
    }
    if (entry.is(Entry.Flag.PLACE) && !words.isPlace(tokens, before)) {
      return false;
    }
    return !entry.is(Entry.Flag.PERSON)
        || words.isPlace(tokens, before)
        || !(personBefore(tokens, before, words) || nameBehind(tokens, match.to()));
  }

  private static boolean behindComma(Tokens tokens, int at) {
    if (at == 0) {
      return false;
    }
    String gap = tokens.text().substring(tokens.end(at - 1), tokens.start(at));
    return gap.startsWith(",") || gap.endsWith("(");
  }

  private static boolean personBefore(Tokens tokens, int before, ContextWords words) {
    return before >= 0 && tokens.adjacent(before) && words.isPersonal(tokens, before);
  }

  /** "Jordan Henderson", but not "JORDAN HENDERSON", where nothing can be told. */
  private static boolean nameBehind(Tokens tokens, int behind) {
    return behind < tokens.count()
        && tokens.adjacent(behind - 1)
        && tokens.shape(behind) == Shape.CAPITAL
        && tokens.shape(behind - 1) == Shape.CAPITAL;
  }
}
