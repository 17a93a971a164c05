/** The robots exclusion protocol (RFC 9309): parsing and matching. Pure. */
@NullMarked
package io.dateline.ingest.robots;

import org.jspecify.annotations.NullMarked;
