package io.dateline.serve.live;

import org.apache.kafka.clients.consumer.Consumer;

/** Makes read-committed consumers that belong to no group. */
@FunctionalInterface
public interface ConsumerFactory {

  /** A new consumer; the caller closes it. */
  Consumer<String, byte[]> create();
}
