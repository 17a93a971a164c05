/** What is known of every address: versions, hashes, validators, next looks. */
@NullMarked
package io.dateline.ingest.frontier;

import org.jspecify.annotations.NullMarked;
