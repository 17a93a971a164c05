/** Reads what a page says of itself: JSON-LD, meta tags, links. */
@NullMarked
package io.dateline.ingest.extract.meta;

import org.jspecify.annotations.NullMarked;
