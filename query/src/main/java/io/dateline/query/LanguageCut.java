package io.dateline.query;

import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * What a query asks of articles of one language: the fields of all others are left out, since such
 * an article does not have them. It finds the same articles of that language as the whole query.
 */
final class LanguageCut {
  private final TextLanguage language;

  LanguageCut(TextLanguage language) {
    this.language = language;
  }

  /** The cut query; none when no article of this language can be found. */
  Optional<Query> of(Query query) {
    return Optional.ofNullable(cut(query));
  }

  private @Nullable Query cut(Query query) {
    return switch (query) {
      case BooleanQuery bool -> cut(bool);
      case TermQuery term -> keep(term, term.getTerm());
      case PrefixQuery prefix -> keep(prefix, prefix.getPrefix());
      case PhraseQuery phrase -> keep(phrase, phrase.getTerms()[0]);
      default -> query;
    };
  }

  private @Nullable Query keep(Query query, Term term) {
    TextLanguage of = Field.languageOf(term.field());
    return of == null || of == language ? query : null;
  }

  private @Nullable Query cut(BooleanQuery query) {
    BooleanQuery.Builder kept = new BooleanQuery.Builder();
    Query only = null;
    int asked = 0;
    int clauses = 0;
    for (BooleanClause clause : query) {
      Query part = cut(clause.query());
      if (part == null && clause.isRequired()) {
        return null;
      }
      if (part != null) {
        kept.add(part, clause.occur());
        clauses++;
        if (clause.occur() != Occur.MUST_NOT) {
          asked++;
          only = part;
        }
      }
    }
    if (asked == 0) {
      return null;
    }
    return clauses == 1 ? only : kept.build();
  }
}
