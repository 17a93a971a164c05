/** Reads RSS 0.9x, 1.0 and 2.0, Atom, CDF and JSON Feed, malformed ones too. Pure. */
@NullMarked
package io.dateline.ingest.feed;

import org.jspecify.annotations.NullMarked;
