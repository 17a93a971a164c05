package io.dateline.serve.format;

import java.util.Map;
import java.util.UUID;

/**
 * What a search tells beside its articles.
 *
 * @param total how many articles fit
 * @param facets for each facet its values with their numbers, most frequent first
 * @param highlights words around the hits; a hit stands between U+E000 and U+E001
 */
public record Hits(
    long total, Map<String, Map<String, Integer>> facets, Map<UUID, String> highlights) {}
