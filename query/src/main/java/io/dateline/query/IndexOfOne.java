package io.dateline.query;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * An index that holds one article. Whether a query finds it mostly hangs on which words it holds:
 * that is looked up, a fraction of the cost of a search. Whatever else is asked, such as the order
 * of words, is searched. Not thread-safe.
 */
final class IndexOfOne {
  private final IndexSearcher searcher;
  private final LeafReader reader;
  private final Map<String, TermsEnum> fields = new HashMap<>();

  IndexOfOne(IndexSearcher searcher) {
    this.searcher = searcher;
    this.reader = searcher.getIndexReader().leaves().get(0).reader();
  }

  boolean isFoundBy(Query query) throws IOException {
    return switch (query) {
      case BooleanQuery bool -> isFoundBy(bool);
      case TermQuery word -> holds(word.getTerm());
      case PhraseQuery phrase -> holdsAll(phrase.getTerms()) && searcher.count(phrase) > 0;
      case MatchAllDocsQuery _ -> true;
      default -> searcher.count(query) > 0;
    };
  }

  private boolean isFoundBy(BooleanQuery query) throws IOException {
    boolean required = false;
    boolean any = false;
    for (BooleanClause clause : query) {
      if (clause.occur() == Occur.SHOULD) {
        any = any || isFoundBy(clause.query());
      } else if (isFoundBy(clause.query()) == clause.isProhibited()) {
        return false;
      }
      required |= clause.isRequired();
    }
    return required || any;
  }

  private boolean holdsAll(Term[] words) throws IOException {
    for (Term word : words) {
      if (!holds(word)) {
        return false;
      }
    }
    return true;
  }

  private boolean holds(Term word) throws IOException {
    TermsEnum words = fields.get(word.field());
    if (words == null) {
      Terms terms = reader.terms(word.field());
      words = terms == null ? TermsEnum.EMPTY : terms.iterator();
      fields.put(word.field(), words);
    }
    return words.seekExact(word.bytes());
  }
}
