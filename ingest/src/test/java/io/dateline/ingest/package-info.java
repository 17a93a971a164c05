/** Tests of the whole room. */
@NullMarked
package io.dateline.ingest;

import org.jspecify.annotations.NullMarked;
