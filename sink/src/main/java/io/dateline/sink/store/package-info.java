/** PostgreSQL: migrations, and rows with their offsets in one transaction. */
@NullMarked
package io.dateline.sink.store;

import org.jspecify.annotations.NullMarked;
