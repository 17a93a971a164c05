/** Articles as JSON, NDJSON, CSV, Atom and JSON Feed: pure, bytes and records in, bytes out. */
@NullMarked
package io.dateline.serve.format;

import org.jspecify.annotations.NullMarked;
