/** Selectors written for one outlet: what they say goes before the generic rules. Pure. */
@NullMarked
package io.dateline.ingest.extract.outlet;

import org.jspecify.annotations.NullMarked;
