package io.dateline.query;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.util.ElisionFilter;

/**
 * The languages whose words are brought to a common form, each with its analyzer. A text in any
 * other language keeps its words as they are, without case and accents; Chinese, Japanese and
 * Korean are cut into pairs of characters.
 *
 * <p>No analyzer drops stop words: a phrase means exactly its words.
 */
public enum TextLanguage {
  /** German: umlauts and ß normalised, light stemming. */
  DE {
    @Override
    TokenStream normalize(TokenStream words) {
      return new GermanNormalizationFilter(new LowerCaseFilter(words));
    }

    @Override
    TokenStream stem(TokenStream words) {
      return new GermanLightStemFilter(words);
    }
  },
  /** English: possessives dropped, dictionary-checked stemming. */
  EN {
    @Override
    TokenStream normalize(TokenStream words) {
      return new ASCIIFoldingFilter(new LowerCaseFilter(new EnglishPossessiveFilter(words)));
    }

    @Override
    TokenStream stem(TokenStream words) {
      return new KStemFilter(words);
    }
  },
  /** French: elisions dropped, light stemming. */
  FR {
    @Override
    TokenStream normalize(TokenStream words) {
      return new LowerCaseFilter(new ElisionFilter(words, FrenchAnalyzer.DEFAULT_ARTICLES));
    }

    @Override
    TokenStream stem(TokenStream words) {
      return new ASCIIFoldingFilter(new FrenchLightStemFilter(words));
    }
  },
  /** Spanish: light stemming. */
  ES {
    @Override
    TokenStream normalize(TokenStream words) {
      return new LowerCaseFilter(words);
    }

    @Override
    TokenStream stem(TokenStream words) {
      return new ASCIIFoldingFilter(new SpanishLightStemFilter(words));
    }
  },
  /** Every other language. */
  XX {
    @Override
    TokenStream normalize(TokenStream words) {
      return new ASCIIFoldingFilter(new LowerCaseFilter(new CJKWidthFilter(words)));
    }

    @Override
    TokenStream stem(TokenStream words) {
      return new CJKBigramFilter(words);
    }
  };

  /** Words between two values of one field, so that no phrase reaches across. */
  static final int GAP = 100;

  @SuppressWarnings("ImmutableEnumChecker") // an analyzer is made to be shared by threads
  private final Analyzer analyzer = new LanguageAnalyzer(this);

  /** What happens to words even where they are cut short: case, accents. */
  abstract TokenStream normalize(TokenStream words);

  /** What brings the forms of a word together. */
  abstract TokenStream stem(TokenStream words);

  /** The language of a primary subtag; {@link #XX} for those without rules. */
  public static TextLanguage of(String primarySubtag) {
    for (TextLanguage language : values()) {
      if (language.suffix().equals(primarySubtag)) {
        return language;
      }
    }
    return XX;
  }

  /** What the names of this language's fields end in. */
  public String suffix() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The analyzer of texts and queries. */
  public Analyzer analyzer() {
    return analyzer;
  }

  private static final class LanguageAnalyzer extends Analyzer {
    private final TextLanguage language;

    LanguageAnalyzer(TextLanguage language) {
      this.language = language;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer words = new StandardTokenizer();
      return new TokenStreamComponents(words, language.stem(language.normalize(words)));
    }

    @Override
    protected TokenStream normalize(String field, TokenStream in) {
      return language.normalize(in);
    }

    @Override
    public int getPositionIncrementGap(String field) {
      return GAP;
    }
  }
}
