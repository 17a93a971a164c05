package io.dateline.serve.search;

import java.io.IOException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.facet.StringValueFacetCounts;
import org.apache.lucene.index.IndexReader;

/** Counts hits by the values of their facets. */
final class FacetCounts {

  private FacetCounts() {}

  static Map<Facet, Map<String, Integer>> of(IndexReader reader, FacetsCollector hits)
      throws IOException {
    Map<Facet, Map<String, Integer>> counts = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      counts.put(facet, count(reader, facet, hits));
    }
    return counts;
  }

  private static Map<String, Integer> count(IndexReader reader, Facet facet, FacetsCollector hits)
      throws IOException {
    Map<String, Integer> values = new LinkedHashMap<>();
    String field = IndexedArticle.facetField(facet);
    boolean known =
        reader.leaves().stream()
            .anyMatch(leaf -> leaf.reader().getFieldInfos().fieldInfo(field) != null);
    if (!known) {
      return values;
    }
    var state = new StringDocValuesReaderState(reader, field);
    FacetResult found = new StringValueFacetCounts(state, hits).getTopChildren(facet.most(), field);
    if (found != null) {
      for (LabelAndValue label : found.labelValues) {
        values.put(label.label, label.value.intValue());
      }
    }
    return values;
  }
}
