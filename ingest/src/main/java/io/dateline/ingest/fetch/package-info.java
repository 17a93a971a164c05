/**
 * Fetches over HTTP: one door for all outbound connections, limits on time and bytes, politeness.
 */
@NullMarked
package io.dateline.ingest.fetch;

import org.jspecify.annotations.NullMarked;
