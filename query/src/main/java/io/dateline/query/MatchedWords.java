package io.dateline.query;

import io.dateline.model.EnrichedArticle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/** The words of an article's texts for which a query finds it. */
public final class MatchedWords {

  /** At most this many different words or phrases are told. */
  public static final int MAX_WORDS = 20;

  /** A longer phrase is cut, in UTF-16 units. */
  public static final int MAX_CHARS = 100;

  private MatchedWords() {}

  /**
   * The words as they stand in the article, each once, title first; none when the query does not
   * find it or finds it by its tags alone.
   */
  public static List<String> of(ArticleQuery query, EnrichedArticle article, Instant published) {
    Document document = ArticleDocument.of(article, published);
    MemoryIndex index = MemoryIndex.fromDocument(document, ArticleDocument.analyzer(), true, false);
    IndexSearcher searcher = index.createSearcher();
    try {
      Weight weight =
          searcher.createWeight(searcher.rewrite(query.lucene()), ScoreMode.COMPLETE_NO_SCORES, 1);
      LeafReaderContext leaf = searcher.getIndexReader().leaves().get(0);
      Matches matches = weight.matches(leaf, 0);
      return matches == null ? List.of() : words(matches, document);
    } catch (IOException e) {
      throw new UncheckedIOException("an index in memory cannot be read", e);
    }
  }

  private static List<String> words(Matches matches, Document document) throws IOException {
    Set<String> words = new LinkedHashSet<>();
    for (Field field : List.of(Field.TITLE, Field.BODY, Field.LOCATED)) {
      for (String name : matches) {
        if (name.equals(field.id()) || name.startsWith(field.id() + "_")) {
          collect(matches.getMatches(name), text(document, name), words);
        }
      }
    }
    return List.copyOf(words);
  }

  private static void collect(MatchesIterator found, String text, Set<String> words)
      throws IOException {
    while (found != null && words.size() < MAX_WORDS && found.next()) {
      int start = found.startOffset();
      int end = Math.min(found.endOffset(), text.length());
      if (start >= 0 && start < end) {
        words.add(text.substring(start, Math.min(end, start + MAX_CHARS)));
      }
    }
  }

  /** The values of a field as their offsets count them: one unit lies between two. */
  private static String text(Document document, String field) {
    return Arrays.stream(document.getFields(field))
        .map(IndexableField::stringValue)
        .collect(Collectors.joining(" "));
  }
}
