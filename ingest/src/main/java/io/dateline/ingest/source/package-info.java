/** Sources: what to watch, how often, what is allowed; their file, their channel, OPML. Pure. */
@NullMarked
package io.dateline.ingest.source;

import org.jspecify.annotations.NullMarked;
