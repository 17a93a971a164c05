/** Walks a parsed page once and notes its blocks of text, boxes and marked facts. */
@NullMarked
package io.dateline.ingest.extract.scan;

import org.jspecify.annotations.NullMarked;
