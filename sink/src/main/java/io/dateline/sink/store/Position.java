package io.dateline.sink.store;

/**
 * Where a record stands.
 *
 * @param partition which partition
 * @param offset its offset there
 */
public record Position(Partition partition, long offset) {

  /** "topic-partition@offset", the form of {@code Rejection.origin}. */
  public String origin() {
    return partition.channel() + "-" + partition.number() + "@" + offset;
  }
}
