/** Finds article links on section pages by their shape and place. Pure. */
@NullMarked
package io.dateline.ingest.section;

import org.jspecify.annotations.NullMarked;
