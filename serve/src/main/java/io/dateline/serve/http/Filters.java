package io.dateline.serve.http;

import io.dateline.model.vocabulary.TopicTable;
import io.dateline.query.ArticleQuery;
import io.dateline.query.ParseResult;
import io.dateline.query.QueryLanguage;
import io.dateline.query.TagFilter;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the filters that lists, streams and counts share. */
final class Filters {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private final TopicTable topics;
  private final QueryLanguage language;

  Filters(TopicTable topics) {
    this.topics = topics;
    language = new QueryLanguage(topics);
  }

  /** The query of a parameter; null without one. */
  @Nullable ArticleQuery query(Parameters parameters, String name) {
    String text = parameters.one(name);
    return text == null || text.isBlank() ? null : query(text, name);
  }

  /** A query that stands in a place with this name. */
  ArticleQuery query(String text, String name) {
    return switch (language.parse(text)) {
      case ParseResult.Parsed parsed -> parsed.query();
      case ParseResult.Failed failed ->
          throw ProblemException.parameter(name, failed.message(), failed.position());
    };
  }

  TagFilter read(Parameters parameters) {
    Set<String> codes = new LinkedHashSet<>();
    for (String topic : parameters.many("topic")) {
      codes.add(topicCode(topic));
    }
    Set<String> countries = new LinkedHashSet<>();
    for (String country : parameters.many("country")) {
      countries.add(countryCode(country));
    }
    Set<String> languages =
        parameters.many("lang").stream().map(Filters::language).collect(Collectors.toSet());
    return new TagFilter(codes, countries, languages, parameters.many("source"));
  }

  private String topicCode(String topic) {
    String code = topic.startsWith("medtop:") ? topic.substring("medtop:".length()) : topic;
    if (code.length() == 8 && code.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return code;
    }
    return topics
        .byName(topic)
        .orElseThrow(() -> Parameters.wrong("topic", topic, "a Media Topic code or name"))
        .code();
  }

  private static String countryCode(String country) {
    String code = country.toUpperCase(Locale.ROOT);
    if (!COUNTRIES.contains(code) && !code.equals("XK")) {
      throw Parameters.wrong("country", country, "an ISO 3166-1 alpha-2 code such as SY");
    }
    return code;
  }

  private static String language(String lang) {
    Locale locale = Locale.forLanguageTag(lang);
    if (locale.getLanguage().isEmpty() && !lang.equals("und")) {
      throw Parameters.wrong("lang", lang, "a language such as de");
    }
    return lang.equals("und") ? lang : locale.getLanguage();
  }
}
