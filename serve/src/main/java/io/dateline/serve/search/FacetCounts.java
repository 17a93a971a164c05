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
import org.jspecify.annotations.Nullable;

/**
 * Counts hits by the values of their facets. What that needs of a reader is made once and kept
 * until the next reader. Thread-safe.
 */
final class FacetCounts {
  private volatile @Nullable States last;

  /** The facets that a reader has. */
  private record States(IndexReader reader, Map<Facet, StringDocValuesReaderState> facets) {}

  Map<Facet, Map<String, Integer>> of(IndexReader reader, FacetsCollector hits) throws IOException {
    States states = states(reader);
    Map<Facet, Map<String, Integer>> counts = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      var state = states.facets().get(facet);
      counts.put(facet, state == null ? Map.of() : count(facet, state, hits));
    }
    return counts;
  }

  private States states(IndexReader reader) throws IOException {
    States known = last;
    if (known != null && known.reader().equals(reader)) {
      return known;
    }
    Map<Facet, StringDocValuesReaderState> facets = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      String field = IndexedArticle.facetField(facet);
      if (reader.leaves().stream()
          .anyMatch(leaf -> leaf.reader().getFieldInfos().fieldInfo(field) != null)) {
        facets.put(facet, new StringDocValuesReaderState(reader, field));
      }
    }
    States made = new States(reader, facets);
    last = made;
    return made;
  }

  private static Map<String, Integer> count(
      Facet facet, StringDocValuesReaderState state, FacetsCollector hits) throws IOException {
    Map<String, Integer> values = new LinkedHashMap<>();
    FacetResult found =
        new StringValueFacetCounts(state, hits)
            .getTopChildren(facet.most(), IndexedArticle.facetField(facet));
    if (found != null) {
      for (LabelAndValue label : found.labelValues) {
        values.put(label.label, label.value.intValue());
      }
    }
    return values;
  }
}
