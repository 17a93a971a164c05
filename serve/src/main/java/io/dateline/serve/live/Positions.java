package io.dateline.serve.live;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * Where a reader of the enriched channel stands: the next offset of each partition, in the order of
 * the partitions. Its text form, offsets parted by dots, is the id of an SSE event.
 *
 * @param next next offset to read, one for each partition
 */
public record Positions(List<Long> next) {

  /** Longest text form read, in characters: more than 1,000 partitions of nine digits. */
  public static final int MAX_CHARS = 12_000;

  /** Copies the offsets and checks that none is negative. */
  public Positions {
    next = List.copyOf(next);
    for (long offset : next) {
      if (offset < 0) {
        throw new IllegalArgumentException("negative offset " + offset);
      }
    }
  }

  /** All partitions at the same offset. */
  public static Positions all(int partitions, long offset) {
    return new Positions(java.util.Collections.nCopies(partitions, offset));
  }

  /** The offsets of one channel's partitions, in the order of the partitions. */
  public static Positions of(Map<TopicPartition, Long> offsets) {
    return new Positions(
        offsets.entrySet().stream()
            .sorted(Comparator.comparingInt(e -> e.getKey().partition()))
            .map(Map.Entry::getValue)
            .toList());
  }

  /** The same offsets for the partitions of a channel, of which there are as many. */
  public Map<TopicPartition, Long> at(String topic) {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    for (int i = 0; i < next.size(); i++) {
      offsets.put(new TopicPartition(topic, i), next.get(i));
    }
    return offsets;
  }

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static Positions parse(String text) {
    if (text.length() > MAX_CHARS) {
      throw new IllegalArgumentException("longer than " + MAX_CHARS + " characters");
    }
    try {
      return new Positions(Arrays.stream(text.split("\\.", -1)).map(Long::valueOf).toList());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("expected offsets parted by dots, such as 12.0.7", e);
    }
  }

  /** The same with one partition moved. */
  public Positions with(int partition, long offset) {
    Long[] moved = next.toArray(Long[]::new);
    moved[partition] = offset;
    return new Positions(Arrays.asList(moved));
  }

  /** The further one for each partition; both have the same number of partitions. */
  public Positions max(Positions other) {
    Long[] further = next.toArray(Long[]::new);
    for (int i = 0; i < further.length; i++) {
      further[i] = Math.max(further[i], other.next.get(i));
    }
    return new Positions(Arrays.asList(further));
  }

  /** Whether no partition stands before the other's. */
  public boolean covers(Positions other) {
    for (int i = 0; i < next.size(); i++) {
      if (next.get(i) < other.next.get(i)) {
        return false;
      }
    }
    return true;
  }

  /** The same for another number of partitions: new ones start at 0, surplus ones are dropped. */
  public Positions fit(int partitions) {
    Long[] fitted = new Long[partitions];
    for (int i = 0; i < partitions; i++) {
      fitted[i] = i < next.size() ? next.get(i) : 0L;
    }
    return new Positions(Arrays.asList(fitted));
  }

  @Override
  public String toString() {
    return next.stream().map(Object::toString).collect(Collectors.joining("."));
  }
}
