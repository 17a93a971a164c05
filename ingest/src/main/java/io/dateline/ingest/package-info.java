/** See ARCHITECTURE.md, section rooms. */
@NullMarked
package io.dateline.ingest;

import org.jspecify.annotations.NullMarked;
