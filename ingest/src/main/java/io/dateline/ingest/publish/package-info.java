/** Publishes articles, rejections and frontier marks in one Kafka transaction. */
@NullMarked
package io.dateline.ingest.publish;

import org.jspecify.annotations.NullMarked;
