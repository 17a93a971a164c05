package io.dateline.query;

import io.dateline.model.vocabulary.Topic;
import io.dateline.model.vocabulary.TopicTable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Codes of topics and countries by the names people use. */
final class Names {
  private static final int TOPIC_CODE_LENGTH = 8;
  private static final List<Locale> LANGUAGES =
      List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH, Locale.forLanguageTag("es"));

  private final TopicTable topics;
  private final Map<String, String> countries = new HashMap<>();

  Names(TopicTable topics) {
    this.topics = topics;
    for (String code : Locale.getISOCountries()) {
      Locale country = Locale.of("", code);
      countries.put(code.toLowerCase(Locale.ROOT), code);
      for (Locale language : LANGUAGES) {
        countries.putIfAbsent(country.getDisplayCountry(language).toLowerCase(Locale.ROOT), code);
      }
    }
    countries.put("xk", "XK");
    countries.put("kosovo", "XK");
  }

  /** The Media Topic code of a code, a qcode or a name in any label language. */
  Optional<String> topic(String text) {
    String code = text.startsWith("medtop:") ? text.substring("medtop:".length()) : text;
    boolean digits = code.chars().allMatch(c -> c >= '0' && c <= '9');
    return code.length() == TOPIC_CODE_LENGTH && digits
        ? Optional.of(code)
        : topics.byName(text).map(Topic::code);
  }

  /** The ISO 3166-1 alpha-2 code of a code or a name. */
  Optional<String> country(String text) {
    return Optional.ofNullable(countries.get(text.toLowerCase(Locale.ROOT)));
  }
}
