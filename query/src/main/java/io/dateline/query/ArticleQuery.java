package io.dateline.query;

import org.apache.lucene.search.Query;

/**
 * A query, the same for search, live streams and watches.
 *
 * @param text as it was written
 * @param lucene what an index or a single article is asked
 */
public record ArticleQuery(String text, Query lucene) {}
