package io.dateline.embedded;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeProducersResult.PartitionProducerState;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionDescription;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Transactions that were under way when the process was killed. The coordinator ends what it knows:
 * what it had begun to commit it commits, the rest it aborts as soon as it is asked.
 *
 * <p>But while the restarted broker is not yet admitted, its partitions have no leader, and then
 * the coordinator takes them for deleted and counts the transaction as complete without having told
 * them (KAFKA-20734, in 4.3 and 4.4). Nothing behind such a transaction could ever be read, and
 * aborting it would lose what its writer was promised. So what no coordinator is at work on any
 * more gets the end here that the coordinator had decided.
 */
final class OrphanTransactions {
  private static final Logger LOG = LoggerFactory.getLogger(OrphanTransactions.class);

  /** A coordinator that is not at work on a transaction after this will not be. */
  private static final Duration UNCLAIMED = Duration.ofSeconds(1);

  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration MAX_WAIT = Duration.ofSeconds(60);

  private static final Set<TransactionState> UNDER_WAY =
      Set.of(
          TransactionState.ONGOING,
          TransactionState.PREPARE_ABORT,
          TransactionState.PREPARE_COMMIT,
          TransactionState.PREPARE_EPOCH_FENCE);

  private final Admin admin;
  private final CommitMarkers markers;

  /** Since when, in System.nanoTime(), no coordinator is at work on one that is open. */
  private final Map<Open, Long> unclaimed = new HashMap<>();

  OrphanTransactions(Admin admin, CommitMarkers markers) {
    this.admin = admin;
    this.markers = markers;
  }

  /** The records of one transaction in one partition, neither committed nor aborted. */
  private record Open(TopicPartition partition, long producer, int epoch, int coordinator) {
    static Open of(TopicPartition partition, ProducerState state) {
      return new Open(
          partition, state.producerId(), state.producerEpoch(), state.coordinatorEpoch().orElse(0));
    }

    AbortTransactionSpec abortion() {
      return new AbortTransactionSpec(partition, producer, (short) epoch, coordinator);
    }

    /** With transactions of version 2 every end has the next epoch. */
    boolean endsAt(TransactionDescription decided) {
      return decided.producerEpoch() == epoch + 1;
    }
  }

  /**
   * Returns when none is open; waits until all partitions have their leader.
   *
   * @throws EmbeddedException if some are still open after a minute
   */
  void end() throws ExecutionException, InterruptedException {
    long begun = System.nanoTime();
    Set<Open> open = open(partitions());
    while (!open.isEmpty()) {
      if (System.nanoTime() - begun > MAX_WAIT.toNanos()) {
        throw new EmbeddedException("transactions of a killed process do not end: " + open);
      }
      end(open);
      Thread.sleep(PAUSE);
      open = open(open.stream().map(Open::partition).collect(Collectors.toSet()));
    }
  }

  private void end(Set<Open> open) throws ExecutionException, InterruptedException {
    Map<Long, TransactionListing> known =
        admin.listTransactions().all().get().stream()
            .collect(Collectors.toMap(TransactionListing::producerId, listing -> listing));
    long now = System.nanoTime();
    unclaimed.keySet().retainAll(open);
    for (Open one : open) {
      TransactionListing listing = known.get(one.producer());
      if (listing != null && UNDER_WAY.contains(listing.state())) {
        unclaimed.remove(one);
        abortIfGivenUp(listing);
      } else if (now - unclaimed.computeIfAbsent(one, fresh -> now) > UNCLAIMED.toNanos()) {
        endAsDecided(one, listing);
      }
    }
  }

  private void abortIfGivenUp(TransactionListing listing)
      throws ExecutionException, InterruptedException {
    if (listing.state() == TransactionState.ONGOING) {
      admin.fenceProducers(List.of(listing.transactionalId())).all().get();
    }
  }

  private void endAsDecided(Open one, @Nullable TransactionListing listing)
      throws ExecutionException, InterruptedException {
    if (listing != null && listing.state() == TransactionState.COMPLETE_COMMIT) {
      var decided =
          admin
              .describeTransactions(List.of(listing.transactionalId()))
              .description(listing.transactionalId())
              .get();
      if (one.endsAt(decided)) {
        markers.write(one.partition(), one.producer(), decided.producerEpoch(), one.coordinator());
        LOG.info("committed in {} what a killed process had committed", one.partition());
        return;
      }
    }
    try {
      admin.abortTransaction(one.abortion()).all().get();
      LOG.info("aborted in {} what a killed process had not committed", one.partition());
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof InvalidProducerEpochException)) {
        throw e;
      }
      // a newer epoch: its coordinator came to it meanwhile, and what is open is asked for again
      LOG.info("{} was ended by its coordinator meanwhile", one.partition());
    }
  }

  private Set<Open> open(Set<TopicPartition> partitions)
      throws ExecutionException, InterruptedException {
    return admin.describeProducers(partitions).all().get().entrySet().stream()
        .flatMap(partition -> open(partition.getKey(), partition.getValue()))
        .collect(Collectors.toSet());
  }

  private static Stream<Open> open(TopicPartition partition, PartitionProducerState state) {
    return state.activeProducers().stream()
        .filter(producer -> producer.currentTransactionStartOffset().isPresent())
        .map(producer -> Open.of(partition, producer));
  }

  private Set<TopicPartition> partitions() throws ExecutionException, InterruptedException {
    Set<String> topics = admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get();
    return admin.describeTopics(topics).allTopicNames().get().values().stream()
        .flatMap(topic ->
            topic.partitions().stream().map(p -> new TopicPartition(topic.name(), p.partition())))
        .collect(Collectors.toSet());
  }
}
