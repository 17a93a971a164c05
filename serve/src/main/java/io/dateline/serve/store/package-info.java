/** Reads PostgreSQL, the store of record; docs/sink.md describes the tables. */
@NullMarked
package io.dateline.serve.store;

import org.jspecify.annotations.NullMarked;
