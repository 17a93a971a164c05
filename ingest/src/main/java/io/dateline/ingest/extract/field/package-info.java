/** Chooses title, dates, authors, keywords, type, access and rights from what was found. */
@NullMarked
package io.dateline.ingest.extract.field;

import org.jspecify.annotations.NullMarked;
