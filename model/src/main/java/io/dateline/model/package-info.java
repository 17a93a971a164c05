/**
 * The contract of the line: articles and their tags with evidence, stages, rejections and channels.
 *
 * <p>Everything here is a value: no I/O, no clock, no Kafka.
 */
@NullMarked
package io.dateline.model;

import org.jspecify.annotations.NullMarked;
