/** Reads the test suites that lie beside the checkout; they are no part of it. */
@NullMarked
package io.dateline.ingest.suite;

import org.jspecify.annotations.NullMarked;
