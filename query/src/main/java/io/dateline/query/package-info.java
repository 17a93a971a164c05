/** The query language: one text, one query, the same for search, live streams and watches. */
@NullMarked
package io.dateline.query;

import org.jspecify.annotations.NullMarked;
