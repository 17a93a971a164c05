/** The Kafka Streams topology around the pure stages: nothing is decided here. */
@NullMarked
package io.dateline.enrich.streaming;

import org.jspecify.annotations.NullMarked;
