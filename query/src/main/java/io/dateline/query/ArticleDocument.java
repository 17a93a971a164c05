package io.dateline.query;

import io.dateline.model.Article;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.Tag;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.jspecify.annotations.Nullable;

/** What queries can ask of an article, as the fields of an index. */
public final class ArticleDocument {

  /** Changes whenever the fields or the analyzers do: an index of another version is rebuilt. */
  public static final String VERSION = "1";

  private ArticleDocument() {}

  /**
   * The fields of an article.
   *
   * @param published time of the record, which stands in where the article names none
   */
  public static Document of(EnrichedArticle enriched, Instant published) {
    Article article = enriched.article();
    TextLanguage language = TextLanguage.of(enriched.enrichment().language().primary());
    Document document = new Document();
    text(document, Field.TITLE.in(language), article.text().headline());
    text(document, Field.TITLE.in(language), article.text().kicker());
    text(document, Field.BODY.in(language), article.text().summary());
    text(document, Field.BODY.in(language), article.text().body());
    var dateline = article.dateline();
    text(document, Field.LOCATED.id(), dateline == null ? null : dateline.located());
    addTags(document, enriched);
    word(document, Field.LANG, enriched.enrichment().language().primary());
    var source = article.provenance().source();
    word(document, Field.SOURCE, source == null ? null : source.value());
    article.credits().agencies().forEach(agency -> word(document, Field.AGENCY, agency));
    var story = enriched.enrichment().story();
    if (story != null) {
      document.add(new StringField(Field.STORY.id(), story.id(), Store.NO));
    }
    document.add(
        new LongPoint(Field.DATE.id(), article.dates().sortedAt(published).toEpochMilli()));
    return document;
  }

  /** Codes under which a tag field finds an article. */
  public static Set<String> codes(EnrichedArticle enriched, Field field) {
    Set<String> codes = new LinkedHashSet<>();
    for (Tag tag : enriched.enrichment().tags()) {
      boolean fits =
          switch (field) {
            case TOPIC -> tag.kind() == Tag.Kind.TOPIC && tag.relation() != Tag.Relation.MENTIONS;
            case COUNTRY -> tag.kind() == Tag.Kind.COUNTRY && tag.relation() == Tag.Relation.ABOUT;
            case MENTIONS -> tag.kind() == Tag.Kind.COUNTRY;
            case TITLE, BODY, LANG, SOURCE, LOCATED, AGENCY, STORY, DATE -> false;
          };
      if (fits) {
        codes.add(tag.code());
      }
    }
    return codes;
  }

  private static void addTags(Document document, EnrichedArticle enriched) {
    for (Field field : new Field[] {Field.TOPIC, Field.COUNTRY, Field.MENTIONS}) {
      for (String code : codes(enriched, field)) {
        document.add(new StringField(field.id(), code, Store.NO));
      }
    }
  }

  private static void text(Document document, String field, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      document.add(new TextField(field, text, Store.NO));
    }
  }

  private static void word(Document document, Field field, @Nullable String word) {
    if (word != null) {
      document.add(new StringField(field.id(), word.toLowerCase(Locale.ROOT), Store.NO));
    }
  }

  /** The analyzer of all text fields. */
  public static Analyzer analyzer() {
    return new ByField();
  }

  private static final class ByField extends DelegatingAnalyzerWrapper {
    ByField() {
      super(PER_FIELD_REUSE_STRATEGY);
    }

    @Override
    protected Analyzer getWrappedAnalyzer(String field) {
      return TextLanguage.of(field.substring(field.lastIndexOf('_') + 1)).analyzer();
    }
  }
}
