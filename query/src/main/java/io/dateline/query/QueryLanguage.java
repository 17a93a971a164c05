package io.dateline.query;

import io.dateline.model.vocabulary.TopicTable;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Makes queries out of texts and filters. Immutable; safe for any thread. */
public final class QueryLanguage {
  private final QueryCompiler compiler;

  /** The language with the names of these topics. */
  public QueryLanguage(TopicTable topics) {
    compiler = new QueryCompiler(new Names(topics));
  }

  /** Finds everything. */
  public static ArticleQuery everything() {
    return new ArticleQuery("", new MatchAllDocsQuery());
  }

  /** A query that only finds what the plain filters let through too. */
  public static ArticleQuery narrow(
      ArticleQuery query, TagFilter filter, @Nullable Instant from, @Nullable Instant to) {
    BooleanQuery.Builder narrowed = new BooleanQuery.Builder().add(query.lucene(), Occur.MUST);
    any(narrowed, Field.TOPIC, filter.topics());
    any(narrowed, Field.COUNTRY, filter.countries());
    any(narrowed, Field.LANG, filter.languages());
    any(narrowed, Field.SOURCE, filter.sources());
    if (from != null || to != null) {
      narrowed.add(QueryCompiler.between(new Node.Between(from, to)), Occur.FILTER);
    }
    return new ArticleQuery(query.text(), narrowed.build());
  }

  private static void any(BooleanQuery.Builder narrowed, Field field, Set<String> values) {
    if (!values.isEmpty()) {
      List<BytesRef> terms = values.stream().map(BytesRef::new).toList();
      narrowed.add(new TermInSetQuery(field.id(), terms), Occur.FILTER);
    }
  }

  /** Reads a query. */
  public ParseResult parse(String text) {
    try {
      Node node = QueryParser.parse(text);
      return new ParseResult.Parsed(new ArticleQuery(text, compiler.compile(node)));
    } catch (Syntax e) {
      return e.toResult();
    }
  }
}
