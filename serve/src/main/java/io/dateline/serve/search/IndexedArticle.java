package io.dateline.serve.search;

import io.dateline.model.CopyGroup;
import io.dateline.model.EnrichedArticle;
import io.dateline.query.ArticleDocument;
import io.dateline.query.Field;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;

/** What the index holds beside what queries ask for: identity, order, facets. */
final class IndexedArticle {

  /** Changes whenever these fields do: an index of another version is rebuilt. */
  static final String VERSION = "1/" + ArticleDocument.VERSION;

  static final String ID = "id";
  static final String SORTED = "sorted";
  static final String VERSION_NUMBER = "version";
  static final String ROLE = "role";

  private static final String FACET = "facet_";

  /** Newest first, as the index itself is sorted; the id breaks ties. */
  static final Sort NEWEST =
      new Sort(
          new SortField(SORTED, SortField.Type.LONG, true),
          new SortField(ID, SortField.Type.STRING, true));

  private IndexedArticle() {}

  static Document of(EnrichedArticle enriched, Instant published) {
    Document document = ArticleDocument.of(enriched, published);
    Instant sorted = enriched.article().dates().sortedAt(published);
    String id = enriched.article().uri().id().toString();
    document.add(new StringField(ID, id, Store.YES));
    document.add(new SortedDocValuesField(ID, new BytesRef(id)));
    document.add(new NumericDocValuesField(SORTED, sorted.toEpochMilli()));
    document.add(new NumericDocValuesField(VERSION_NUMBER, enriched.article().version()));
    CopyGroup copies = enriched.enrichment().copyGroup();
    String role = copies == null ? CopyGroup.Role.FIRST.id() : copies.role().id();
    document.add(new StringField(ROLE, role, Store.NO));
    ArticleDocument.codes(enriched, Field.TOPIC).forEach(c -> facet(document, Facet.TOPIC, c));
    ArticleDocument.codes(enriched, Field.COUNTRY).forEach(c -> facet(document, Facet.COUNTRY, c));
    facet(document, Facet.LANGUAGE, enriched.enrichment().language().primary());
    var source = enriched.article().provenance().source();
    facet(document, Facet.SOURCE, source == null ? "" : source.value());
    facet(document, Facet.DAY, sorted.atOffset(ZoneOffset.UTC).toLocalDate().toString());
    return document;
  }

  private static void facet(Document document, Facet facet, String value) {
    document.add(new SortedSetDocValuesField(facetField(facet), new BytesRef(value)));
  }

  static String facetField(Facet facet) {
    return FACET + facet.id();
  }

  static Term id(UUID id) {
    return new Term(ID, id.toString());
  }
}
