package io.dateline.enrich.country;

import io.dateline.enrich.match.TokenTrie;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * All forms that name countries in one language: the files of the language, those of {@code any},
 * and the names that the JDK's CLDR has. Immutable.
 *
 * @param forms the forms
 * @param words the language's helping words
 */
record Gazetteer(TokenTrie<Entry> forms, ContextWords words) {

  private static final String ANY = "any";
  private static final int SHORTEST_CLDR_NAME = 2;

  /** Reads the gazetteer of a language, by its two-letter code. */
  static Gazetteer of(String language) {
    Collector collector = new Collector();
    Endings endings = Endings.of(language);
    for (String folder : List.of(language, ANY)) {
      for (Rule rule : Rule.values()) {
        if (rule.hasFile()) {
          collector.addFile(folder, rule, endings);
        }
      }
    }
    collector.addCldr(language, endings);
    collector.addGrown();
    return new Gazetteer(collector.forms.build(), ContextWords.of(language));
  }

  /** Collects the forms; of equal ones the first stays. */
  private static final class Collector {

    private final TokenTrie.Builder<Entry> forms = TokenTrie.builder();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Entry> grown = new LinkedHashMap<>();

    void addFile(String folder, Rule rule, Endings endings) {
      for (Tsv.Line line : Tsv.read(folder + "/" + rule.file() + ".tsv")) {
        Entry entry = new Entry(codes(line), rule, flags(line, rule));
        for (String form : line.column(1).split("\\|")) {
          add(form.strip(), entry, endings);
        }
      }
    }

    private void add(String form, Entry entry, Endings endings) {
      for (String written : endings.expand(form, entry.rule())) {
        if (seen.add(written)) {
          forms.add(written, entry);
        }
        for (String prefix : endings.prefixes(entry.rule())) {
          grown.putIfAbsent(prefix + written.toLowerCase(Locale.ROOT), entry);
        }
      }
    }

    void addCldr(String language, Endings endings) {
      Locale locale = Locale.forLanguageTag(language);
      for (String code : Countries.codes()) {
        String name = Locale.of("", code).getDisplayCountry(locale);
        if (!name.equals(code) && name.length() >= SHORTEST_CLDR_NAME) {
          add(name, new Entry(List.of(code), Rule.NAME, Set.of()), endings);
        }
      }
    }

    /** "Ostukraine", "westlibysch", unless it is a form of its own ("Nordkorea"). */
    void addGrown() {
      grown.forEach((written, entry) -> {
        if (seen.add(written)) {
          forms.add(written, entry);
        }
      });
    }
  }

  private static List<String> codes(Tsv.Line line) {
    List<String> codes = new ArrayList<>();
    for (String code : line.column(0).split("\\|")) {
      if (!"-".equals(code)) {
        codes.add(Countries.known(code).orElseThrow(() -> line.wrong("no country " + code)));
      }
    }
    return codes;
  }

  private static Set<Entry.Flag> flags(Tsv.Line line, Rule rule) {
    Set<Entry.Flag> flags = EnumSet.noneOf(Entry.Flag.class);
    if (rule == Rule.COMPANY || rule == Rule.CUE) {
      flags.add(Entry.Flag.FAINT);
    }
    if (rule == Rule.ABBREVIATION) {
      flags.add(Entry.Flag.COMMA);
    }
    for (String flag : line.column(2).split(",")) {
      if (!flag.isBlank() && !"-".equals(flag)) {
        flags.add(Entry.Flag.valueOf(flag.strip().toUpperCase(Locale.ROOT)));
      }
    }
    return flags;
  }
}
