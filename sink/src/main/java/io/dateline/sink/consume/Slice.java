package io.dateline.sink.consume;

import io.dateline.sink.store.Partition;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Consecutive records of one partition.
 *
 * @param partition where they stand
 * @param from offset at which the database is to be before
 * @param to offset at which it is to be afterwards; beyond the last record where markers of
 *     transactions follow
 * @param records in order; none when only markers were passed
 */
record Slice(
    Partition partition, long from, long to, List<ConsumerRecord<String, byte[]>> records) {

  Slice {
    records = List.copyOf(records);
  }

  /** The first or second half. Only for two records or more. */
  Slice half(boolean first) {
    int middle = records.size() / 2;
    long cut = records.get(middle).offset();
    return first
        ? new Slice(partition, from, cut, records.subList(0, middle))
        : new Slice(partition, cut, to, records.subList(middle, records.size()));
  }
}
