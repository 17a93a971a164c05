/** How the sources are: failing, silent, changed in their make. Pure. */
@NullMarked
package io.dateline.ingest.health;

import org.jspecify.annotations.NullMarked;
