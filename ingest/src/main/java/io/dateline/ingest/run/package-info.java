/** Runs the sources this instance owns: polls their feeds, looks at their pages. */
@NullMarked
package io.dateline.ingest.run;

import org.jspecify.annotations.NullMarked;
