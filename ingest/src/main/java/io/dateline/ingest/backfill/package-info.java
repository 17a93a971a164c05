/** Archives to articles: WARC files of CC-NEWS and our own. */
@NullMarked
package io.dateline.ingest.backfill;

import org.jspecify.annotations.NullMarked;
