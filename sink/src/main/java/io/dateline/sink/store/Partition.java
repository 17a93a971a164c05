package io.dateline.sink.store;

/**
 * A partition of one incarnation of a channel.
 *
 * @param channel the Kafka topic's name
 * @param topicId the Kafka topic's id: another one when the topic was deleted and made anew
 * @param number 0 or more
 */
public record Partition(String channel, String topicId, int number) {}
