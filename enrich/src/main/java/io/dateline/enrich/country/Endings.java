package io.dateline.enrich.country;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The endings of a language, from its {@code endings.tsv}: named sets of suffixes a form may take.
 *
 * <p>A form "deutsch~a" takes the set {@code a}; a form without {@code ~} takes the set named like
 * its file, if there is one; "form~" takes none. A suffix "-x+y" takes x off before it adds y, and
 * applies only to forms that end in x; "^x" puts x in front. The set {@code prefix:names} holds
 * words that may be grown together with a form of {@code names} ("Ostukraine").
 */
final class Endings {

  private static final String KEEP = "";

  private final Map<String, List<String>> sets = new HashMap<>();

  private Endings() {}

  static Endings of(String language) {
    Endings endings = new Endings();
    for (Tsv.Line line : Tsv.read(language + "/endings.tsv")) {
      endings.sets.put(line.column(0), List.of(line.column(1).split("\\|", -1)));
    }
    return endings;
  }

  /** All ways to write a form. */
  List<String> expand(String form, Rule rule) {
    int tilde = form.lastIndexOf('~');
    String stem = tilde < 0 ? form : form.substring(0, tilde);
    String set = tilde < 0 ? rule.file() : form.substring(tilde + 1);
    if (tilde >= 0 && !set.isEmpty() && !sets.containsKey(set)) {
      throw new IllegalStateException("form '" + form + "' names endings that are not there");
    }
    List<String> forms = new ArrayList<>();
    for (String suffix : sets.getOrDefault(set, List.of(KEEP))) {
      String written = apply(stem, suffix);
      if (!written.isEmpty() && !forms.contains(written)) {
        forms.add(written);
      }
    }
    return forms;
  }

  /** Words that may be grown together with the forms of a rule. */
  List<String> prefixes(Rule rule) {
    return sets.getOrDefault("prefix:" + rule.file(), List.of());
  }

  private static String apply(String stem, String suffix) {
    if (suffix.startsWith("^")) {
      return suffix.substring(1) + stem;
    }
    if (!suffix.startsWith("-")) {
      return stem + suffix;
    }
    int plus = suffix.indexOf('+');
    String off = suffix.substring(1, plus);
    boolean applies = stem.endsWith(off) && stem.length() > off.length() + 1;
    return applies
        ? stem.substring(0, stem.length() - off.length()) + suffix.substring(plus + 1)
        : KEEP;
  }
}
