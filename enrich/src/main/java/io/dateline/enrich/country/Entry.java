package io.dateline.enrich.country;

import java.util.List;
import java.util.Set;

/**
 * What a form of the gazetteer stands for.
 *
 * @param codes ISO 3166-1 alpha-2 codes; the first is meant unless the article speaks of another
 * @param rule the kind of form
 * @param flags under which conditions the words count
 */
record Entry(List<String> codes, Rule rule, Set<Flag> flags) {

  Entry {
    codes = List.copyOf(codes);
    flags = Set.copyOf(flags);
  }

  /** A condition under which words count. */
  enum Flag {
    /** May be a person's name: not beside a given name, a title or another capitalised word. */
    PERSON,
    /** Only when the country is named by other words too. */
    SUPPORT,
    /** Only when the country is named by other words too, or no other country is named at all. */
    FAINT,
    /** Only behind a comma or in brackets. */
    COMMA,
    /** Only behind a word of place ("in", "aus"). */
    PLACE
  }

  boolean is(Flag flag) {
    return flags.contains(flag);
  }

  /** Whether the words block a country instead of naming one. */
  boolean blocks() {
    return codes.isEmpty();
  }

  /** Whether several countries may be meant. */
  boolean ambiguous() {
    return codes.size() > 1;
  }
}
