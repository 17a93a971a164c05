package io.dateline.app;

import io.dateline.model.vocabulary.TopicTable;
import io.dateline.query.ArticleQuery;
import io.dateline.query.MatchableArticle;
import io.dateline.query.ParseResult;
import io.dateline.query.QueryLanguage;
import io.dateline.query.TagFilter;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which articles {@code tail} prints: the filters and the query of search and live stream. */
final class TailFilter {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  @Option(names = "--topic", split = ",", paramLabel = "CODE|NAME", description = "Media Topics.")
  private Set<String> topics = Set.of();

  @Option(names = "--country", split = ",", paramLabel = "XX", description = "ISO 3166-1 codes.")
  private Set<String> countries = Set.of();

  @Option(names = "--lang", split = ",", paramLabel = "xx", description = "Languages.")
  private Set<String> languages = Set.of();

  @Option(names = "--source", split = ",", paramLabel = "ID", description = "Outlets.")
  private Set<String> sources = Set.of();

  @Option(
      names = {"-q", "--query"},
      paramLabel = "QUERY",
      description = "A query as in search, stream and watches, see docs/query.md.")
  private @Nullable String query;

  /** The options read and checked. */
  record Checked(TagFilter tags, @Nullable ArticleQuery query) {

    /** Whether everything passes, unread. */
    boolean passesAll() {
      return tags.isEmpty() && query == null;
    }

    /** Whether an article is wanted. */
    boolean passes(MatchableArticle article) {
      return tags.matches(article.article()) && (query == null || article.matches(query));
    }
  }

  /**
   * Reads the options.
   *
   * @throws UsageException naming the option that is wrong
   */
  Checked check() {
    TopicTable table = TopicTable.standard();
    TagFilter tags =
        new TagFilter(
            each(topics, name -> code(table, name)),
            each(countries, TailFilter::country),
            each(languages, TailFilter::language),
            sources);
    return new Checked(tags, query == null || query.isBlank() ? null : parse(table, query));
  }

  private static ArticleQuery parse(TopicTable table, String text) {
    return switch (new QueryLanguage(table).parse(text)) {
      case ParseResult.Parsed parsed -> parsed.query();
      case ParseResult.Failed failed ->
          throw new UsageException("--query '" + text + "' " + failed.message());
    };
  }

  private static Set<String> each(Set<String> values, UnaryOperator<String> reader) {
    return values.stream().map(reader).collect(Collectors.toSet());
  }

  private static String code(TopicTable table, String name) {
    String code = name.startsWith("medtop:") ? name.substring("medtop:".length()) : name;
    if (code.matches("[0-9]{8}")) {
      return code;
    }
    return table
        .byName(name)
        .orElseThrow(() -> new UsageException("--topic '" + name + "' is no Media Topic"))
        .code();
  }

  private static String country(String name) {
    String code = name.toUpperCase(Locale.ROOT);
    if (!COUNTRIES.contains(code) && !code.equals("XK")) {
      throw new UsageException("--country '" + name + "' is no ISO 3166-1 alpha-2 code such as SY");
    }
    return code;
  }

  private static String language(String name) {
    String language = Locale.forLanguageTag(name).getLanguage();
    if (language.isEmpty() && !name.equals("und")) {
      throw new UsageException("--lang '" + name + "' is no language such as de");
    }
    return name.equals("und") ? name : language;
  }
}
