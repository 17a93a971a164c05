/**
 * A real Kafka broker and a real PostgreSQL beside this code, with their data kept in a folder:
 * what {@code up} and {@code demo} run on, and what tests use instead of mocks.
 */
@NullMarked
package io.dateline.embedded;

import org.jspecify.annotations.NullMarked;
