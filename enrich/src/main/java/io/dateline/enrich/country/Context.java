package io.dateline.enrich.country;

import io.dateline.enrich.match.TokenTrie;
import io.dateline.enrich.match.Tokens;
import io.dateline.enrich.match.Tokens.Shape;

/** Decides by the neighbouring words whether a match may name a place. */
final class Context {

  private static final long COUNTY = Tokens.of("County").hash(0);
  private static final long TOWNSHIP = Tokens.of("Township").hash(0);

  private Context() {}

  /** Digits of a postal code. */
  private static final int MIN_POSTAL = 4;

  private static final int MAX_POSTAL = 5;

  /** What the neighbours say of a match. */
  enum Verdict {
    /** It may name a place. */
    PLACE,
    /** It is a person's name, and so are its bare repetitions. */
    PERSON,
    /** It names a person unless none of that name is in the article. */
    BARE,
    /** It does not count. */
    NO
  }

  static Verdict judge(Tokens tokens, TokenTrie.Match<Entry> match, Gazetteer gazetteer) {
    Entry entry = match.value();
    ContextWords words = gazetteer.words();
    int before = match.from() - 1;
    if ((entry.is(Entry.Flag.COMMA) && !behindComma(tokens, match.from()))
        || currency(tokens, match.to() - 1, words)
        || county(match, tokens)
        || address(match, tokens, words)) {
      return Verdict.NO;
    }
    boolean place = words.place().contains(tokens, before);
    if (entry.is(Entry.Flag.PLACE) || place) {
      return place ? Verdict.PLACE : Verdict.NO;
    }
    if (!mayBePerson(entry, match)) {
      return Verdict.PLACE;
    }
    boolean named =
        personBefore(tokens, before, words)
            && (entry.rule() != Rule.LEADER || words.given().contains(tokens, before));
    boolean flagged = entry.is(Entry.Flag.PERSON);
    if (named || (flagged && nameBehind(tokens, match.to()))) {
      return Verdict.PERSON;
    }
    return flagged ? Verdict.BARE : Verdict.PLACE;
  }

  private static boolean mayBePerson(Entry entry, TokenTrie.Match<Entry> match) {
    return entry.is(Entry.Flag.PERSON)
        || (match.to() == match.from() + 1
            && switch (entry.rule()) {
              case CITY, CAPITAL, REGION, ADJECTIVE, DEMONYM, LEADER -> true;
              case NAME, FORMER, ABBREVIATION, INSTITUTION, COMPANY, CUE, TRAP, DATELINE, HOME ->
                  false;
            });
  }

  /** "US$", "Swiss francs": money is no country. */
  private static boolean currency(Tokens tokens, int last, ContextWords words) {
    int behind = tokens.end(last);
    boolean sign = behind < tokens.text().length() && tokens.text().charAt(behind) == '$';
    return sign || (tokens.joined(last) && words.money().contains(tokens, last + 1));
  }

  /** "Guernsey County", "Athens Township": a place of the same name in North America. */
  private static boolean county(TokenTrie.Match<Entry> match, Tokens tokens) {
    boolean place =
        switch (match.value().rule()) {
          case NAME, CAPITAL, CITY -> !match.value().codes().contains("US");
          case REGION,
              FORMER,
              DEMONYM,
              ADJECTIVE,
              ABBREVIATION,
              INSTITUTION,
              COMPANY,
              LEADER,
              CUE,
              TRAP,
              DATELINE,
              HOME ->
              false;
        };
    return place
        && tokens.adjacent(match.to() - 1)
        && (tokens.hash(match.to()) == COUNTY || tokens.hash(match.to()) == TOWNSHIP);
  }

  /** "Wiener Straße", ", 1010 Wien": an address tells where a door is. */
  private static boolean address(TokenTrie.Match<Entry> match, Tokens tokens, ContextWords words) {
    return switch (match.value().rule()) {
      case CAPITAL, CITY, REGION, ADJECTIVE, DEMONYM ->
          street(tokens, match.to(), words) || postalCode(tokens, match.from() - 1);
      case NAME, FORMER, ABBREVIATION, INSTITUTION, COMPANY, LEADER, CUE, TRAP, DATELINE, HOME ->
          false;
    };
  }

  private static boolean street(Tokens tokens, int behind, ContextWords words) {
    return behind < tokens.count()
        && tokens.adjacent(behind - 1)
        && tokens.shape(behind) == Shape.CAPITAL
        && words.street().contains(tokens, behind);
  }

  private static boolean postalCode(Tokens tokens, int at) {
    if (at < 1 || !tokens.adjacent(at) || !behindComma(tokens, at)) {
      return false;
    }
    String word = tokens.word(at);
    boolean length = word.length() >= MIN_POSTAL && word.length() <= MAX_POSTAL;
    return length && word.chars().allMatch(Character::isDigit);
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
