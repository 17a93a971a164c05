/** The verbs that read and write lines of JSON on pipes, without Kafka: pages in, articles out. */
@NullMarked
package io.dateline.app.pipe;

import org.jspecify.annotations.NullMarked;
