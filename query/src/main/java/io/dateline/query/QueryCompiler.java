package io.dateline.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Fits what a query says to the fields that {@link ArticleDocument} writes. */
final class QueryCompiler {

  /** Shortest beginning of a word: shorter ones would fit too much. */
  static final int MIN_PREFIX = 2;

  private final Names names;

  QueryCompiler(Names names) {
    this.names = names;
  }

  Query compile(Node node) {
    return switch (node) {
      case Node.And and -> all(and.parts());
      case Node.Or or -> any(or.parts().stream().map(this::compile).toList());
      case Node.Not not -> all(List.of(not));
      case Node.Word word -> value(word.field(), word.text(), word.at(), 0);
      case Node.Phrase phrase -> value(phrase.field(), phrase.text(), phrase.at(), phrase.slop());
      case Node.Prefix prefix -> prefix(prefix);
      case Node.Between between -> between(between);
    };
  }

  /** What is forbidden needs something to be taken from: everything, where nothing is asked for. */
  private Query all(List<Node> parts) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    boolean asked = false;
    for (Node part : parts) {
      if (part instanceof Node.Not not) {
        query.add(compile(not.part()), Occur.MUST_NOT);
      } else {
        query.add(compile(part), Occur.MUST);
        asked = true;
      }
    }
    if (!asked) {
      query.add(new MatchAllDocsQuery(), Occur.MUST);
    }
    return query.build();
  }

  private static Query any(List<Query> parts) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    parts.forEach(part -> query.add(part, Occur.SHOULD));
    return query.build();
  }

  private Query value(@Nullable Field field, String text, int at, int slop) {
    if (field == null) {
      return any(List.of(texts(Field.TITLE, text, at, slop), texts(Field.BODY, text, at, slop)));
    }
    return switch (field.kind()) {
      case TEXT -> texts(field, text, at, slop);
      case PLACE -> analyzed(TextLanguage.XX, field.id(), text, slop).orElseThrow(() -> empty(at));
      case VOCABULARY -> new TermQuery(new Term(field.id(), code(field, text, at)));
      case KEYWORD -> new TermQuery(new Term(field.id(), text.toLowerCase(Locale.ROOT)));
      case EXACT -> new TermQuery(new Term(field.id(), text));
      case DATE -> throw new IllegalStateException("dates are parsed as Between");
    };
  }

  private String code(Field field, String text, int at) {
    Optional<String> code = field == Field.TOPIC ? names.topic(text) : names.country(text);
    return code.orElseThrow(() ->
        new Syntax(
            at,
            "'" + text + "'",
            field == Field.TOPIC
                ? "a Media Topic code or the name of a topic"
                : "an ISO 3166-1 code or the name of a country"));
  }

  private static Query texts(Field field, String text, int at, int slop) {
    List<Query> forms = new ArrayList<>();
    for (TextLanguage language : TextLanguage.values()) {
      analyzed(language, field.in(language), text, slop).ifPresent(forms::add);
    }
    if (forms.isEmpty()) {
      throw empty(at);
    }
    return any(forms);
  }

  private static Syntax empty(int at) {
    return new Syntax(at, "nothing but punctuation", "letters or digits");
  }

  /** One word, or a phrase where the text holds several. */
  private static Optional<Query> analyzed(
      TextLanguage language, String field, String text, int slop) {
    PhraseQuery.Builder phrase = new PhraseQuery.Builder().setSlop(slop);
    List<Term> terms = new ArrayList<>();
    try (TokenStream words = language.analyzer().tokenStream(field, text)) {
      var term = words.addAttribute(TermToBytesRefAttribute.class);
      var step = words.addAttribute(PositionIncrementAttribute.class);
      int position = -1;
      words.reset();
      while (words.incrementToken()) {
        position += step.getPositionIncrement();
        terms.add(new Term(field, BytesRef.deepCopyOf(term.getBytesRef())));
        phrase.add(terms.get(terms.size() - 1), position);
      }
      words.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot be read", e);
    }
    return switch (terms.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(new TermQuery(terms.get(0)));
      default -> Optional.of(phrase.build());
    };
  }

  private Query prefix(Node.Prefix prefix) {
    Field field = prefix.field();
    if (prefix.text().length() < MIN_PREFIX) {
      throw new Syntax(
          prefix.at(), "'" + prefix.text() + "*'", "at least " + MIN_PREFIX + " characters and *");
    }
    if (field == null) {
      return any(List.of(prefixes(Field.TITLE, prefix), prefixes(Field.BODY, prefix)));
    }
    Function<String, Query> plain = text -> new PrefixQuery(new Term(field.id(), text));
    return switch (field.kind()) {
      case TEXT -> prefixes(field, prefix);
      case PLACE -> plain.apply(normalized(TextLanguage.XX, field.id(), prefix.text()));
      case KEYWORD -> plain.apply(prefix.text().toLowerCase(Locale.ROOT));
      case EXACT -> plain.apply(prefix.text());
      case VOCABULARY, DATE ->
          throw new Syntax(prefix.at(), "'*'", "a whole name or code behind " + field.id() + ":");
    };
  }

  /** The index holds stems: a beginning that is longer than its own stem finds the stem too. */
  private static Query prefixes(Field field, Node.Prefix prefix) {
    List<Query> forms = new ArrayList<>();
    for (TextLanguage language : TextLanguage.values()) {
      String name = field.in(language);
      forms.add(new PrefixQuery(new Term(name, normalized(language, name, prefix.text()))));
      analyzed(language, name, prefix.text(), 0).ifPresent(forms::add);
    }
    return any(forms);
  }

  private static String normalized(TextLanguage language, String field, String text) {
    Analyzer analyzer = language.analyzer();
    return analyzer.normalize(field, text).utf8ToString();
  }

  static Query between(Node.Between between) {
    Instant from = between.from();
    Instant to = between.to();
    long low = from == null ? Long.MIN_VALUE : from.toEpochMilli();
    long high = to == null ? Long.MAX_VALUE : to.toEpochMilli() - 1;
    return LongPoint.newRangeQuery(Field.DATE.id(), low, high);
  }
}
