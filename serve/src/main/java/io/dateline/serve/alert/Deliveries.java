package io.dateline.serve.alert;

import io.dateline.serve.live.ChannelFollower;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All deliveries under way and the newest that ended, as their channel tells them. Thread-safe. */
public final class Deliveries implements ChannelFollower.Reading {
  private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

  /** Ended deliveries remembered for each watch. */
  public static final int MAX_ENDED = 200;

  /** While more are under way, no new hits are taken. */
  static final int MAX_PENDING = 100_000;

  private final Map<String, Map<String, Placed>> ofWatch = new HashMap<>();
  private final TreeSet<Placed> pending =
      new TreeSet<>(
          Comparator.comparing((Placed placed) -> placed.delivery().dueAt())
              .thenComparing(placed -> placed.delivery().hit().at())
              .thenComparing(placed -> placed.delivery().id()));
  private final Map<TopicPartition, Long> read = new HashMap<>();

  /**
   * A delivery and where it is kept.
   *
   * @param delivery what stands there
   * @param partition the channel's partition: that of the hit
   */
  record Placed(Delivery delivery, int partition) {}

  @Override
  public void take(ConsumerRecord<String, byte[]> record) {
    try {
      if (record.value() != null) {
        apply(new Placed(DeliveryCodec.read(record.value()), record.partition()));
      }
    } catch (IllegalArgumentException e) {
      LOG.warn("delivery {} cannot be read: {}", record.key(), e.getMessage());
    }
  }

  @Override
  public synchronized void polled(Map<TopicPartition, Long> next) {
    read.putAll(next);
  }

  synchronized boolean hasRead(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> read.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }

  /** Takes over a newer state; an older one, read late, changes nothing. */
  synchronized void apply(Placed placed) {
    Delivery now = placed.delivery();
    Map<String, Placed> known =
        ofWatch.computeIfAbsent(now.watch(), watch -> new LinkedHashMap<>());
    Placed before = known.get(now.id());
    if (before != null && isNewer(before.delivery(), now)) {
      return;
    }
    if (before != null) {
      pending.remove(before);
    }
    known.put(now.id(), placed);
    if (!now.isOver()) {
      pending.add(placed);
    }
    forget(known);
  }

  private static boolean isNewer(Delivery known, Delivery told) {
    return known.isOver() || known.attempts() > told.attempts();
  }

  private static void forget(Map<String, Placed> known) {
    int surplus = known.size() - MAX_ENDED;
    var each = known.values().iterator();
    while (surplus > 0 && each.hasNext()) {
      if (each.next().delivery().isOver()) {
        each.remove();
        surplus--;
      }
    }
  }

  /** A delivery by its id; null when it is not known. */
  synchronized @Nullable Delivery find(String watch, String id) {
    Placed placed = ofWatch.getOrDefault(watch, Map.of()).get(id);
    return placed == null ? null : placed.delivery();
  }

  /** The newest deliveries of a watch, newest first. */
  public synchronized List<Delivery> of(String watch) {
    List<Delivery> list = new ArrayList<>();
    ofWatch.getOrDefault(watch, Map.of()).values().forEach(placed -> list.add(placed.delivery()));
    return list.reversed();
  }

  /** Whether so many are under way that new hits have to wait. */
  synchronized boolean isFull() {
    return pending.size() >= MAX_PENDING;
  }

  synchronized int pending() {
    return pending.size();
  }

  /**
   * What is due on some partitions, by receiver, first due first.
   *
   * @param busy receivers that are left out
   * @param most deliveries looked at
   */
  synchronized Map<String, List<Placed>> due(
      Instant now, Set<Integer> partitions, Set<String> busy, int most) {
    Map<String, List<Placed>> due = new LinkedHashMap<>();
    int taken = 0;
    for (Placed placed : pending) {
      if (placed.delivery().dueAt().isAfter(now) || taken >= most) {
        break;
      }
      String receiver = placed.delivery().receiver();
      if (partitions.contains(placed.partition()) && !busy.contains(receiver)) {
        due.computeIfAbsent(receiver, id -> new ArrayList<>()).add(placed);
        taken++;
      }
    }
    return due;
  }
}
