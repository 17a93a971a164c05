package io.dateline.serve.search;

import io.dateline.model.EnrichedArticle;
import io.dateline.query.ArticleDocument;
import io.dateline.query.ArticleQuery;
import io.dateline.query.Field;
import io.dateline.query.TextLanguage;
import java.io.IOException;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;

/** The words around a query's hits in an article, as plain text with marks. */
public final class Snippets {

  /** Stands before a hit: a character that no text holds (private use). */
  public static final char HIT = '\uE000';

  /** Stands behind a hit. */
  public static final char END = '\uE001';

  private static final int MAX_PASSAGES = 2;
  private static final int MAX_CHARS = 100_000;

  private final UnifiedHighlighter highlighter =
      UnifiedHighlighter.builderWithoutSearcher(ArticleDocument.analyzer())
          .withBreakIterator(() -> BreakIterator.getSentenceInstance(Locale.ROOT))
          .withFormatter(new Marks())
          // else a clause on another field, a date say, would leave the words unmarked
          .withWeightMatches(false)
          .withMaxLength(MAX_CHARS)
          .withMaxNoHighlightPassages(0)
          .build();

  /** The best sentences of the body; empty when nothing in it is a hit. */
  public Optional<String> of(EnrichedArticle enriched, ArticleQuery query) {
    TextLanguage language = TextLanguage.of(enriched.enrichment().language().primary());
    String body = enriched.article().text().body();
    if (body.isEmpty()) {
      return Optional.empty();
    }
    try {
      Object found =
          highlighter.highlightWithoutSearcher(
              Field.BODY.in(language), query.lucene(), body, MAX_PASSAGES);
      return found instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory cannot be read", e);
    }
  }

  private static final class Marks extends PassageFormatter {
    @Override
    public Object format(Passage[] passages, String content) {
      StringBuilder out = new StringBuilder();
      for (Passage passage : passages) {
        out.append(out.isEmpty() ? "" : " … ");
        int at = passage.getStartOffset();
        for (int i = 0; i < passage.getNumMatches(); i++) {
          int start = Math.max(at, passage.getMatchStarts()[i]);
          int end = Math.min(passage.getEndOffset(), passage.getMatchEnds()[i]);
          if (end > start) {
            out.append(content, at, start).append(HIT).append(content, start, end).append(END);
            at = end;
          }
        }
        out.append(content, at, Math.max(at, passage.getEndOffset()));
      }
      return out.toString().strip();
    }
  }
}
