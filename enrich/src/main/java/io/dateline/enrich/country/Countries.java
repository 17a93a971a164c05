package io.dateline.enrich.country;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The countries of ISO 3166-1 (and Kosovo's XK) with their short English names. */
final class Countries {

  private static final Map<String, String> NAMES = read();

  private Countries() {}

  private static Map<String, String> read() {
    Map<String, String> names = new LinkedHashMap<>();
    for (Tsv.Line line : Tsv.read("countries.tsv")) {
      names.put(line.column(0), line.column(1));
    }
    return Map.copyOf(names);
  }

  static Set<String> codes() {
    return NAMES.keySet();
  }

  static Optional<String> known(String code) {
    return NAMES.containsKey(code) ? Optional.of(code) : Optional.empty();
  }

  /** The short English name; the code itself when it is not known. */
  static String name(String code) {
    return NAMES.getOrDefault(code, code);
  }
}
