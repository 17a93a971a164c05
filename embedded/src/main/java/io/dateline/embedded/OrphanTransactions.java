package io.dateline.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeProducersResult.PartitionProducerState;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.TransactionCoordinatorFencedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Transactions that were open when the process was killed. The coordinator aborts most of them, but
 * some it no longer knows; what stands behind such a one can never be read (KIP-664 calls it
 * hanging). Right after a start nobody else has one.
 */
final class OrphanTransactions {
  private static final Logger LOG = LoggerFactory.getLogger(OrphanTransactions.class);

  private final Admin admin;

  OrphanTransactions(Admin admin) {
    this.admin = admin;
  }

  /** Aborts all of them; waits until all partitions have their leader. */
  void abort() throws ExecutionException, InterruptedException {
    List<AbortTransactionSpec> open = new ArrayList<>();
    for (Map.Entry<TopicPartition, PartitionProducerState> partition :
        admin.describeProducers(partitions()).all().get().entrySet()) {
      partition.getValue().activeProducers().stream()
          .filter(producer -> producer.currentTransactionStartOffset().isPresent())
          .forEach(producer -> open.add(abortion(partition.getKey(), producer)));
    }
    for (AbortTransactionSpec transaction : open) {
      abort(transaction);
    }
    if (!open.isEmpty()) {
      LOG.info("aborted what a killed process left open in {} partitions", open.size());
    }
  }

  /** The coordinator may be ending the same one: then the partition knows a later epoch. */
  private void abort(AbortTransactionSpec transaction)
      throws ExecutionException, InterruptedException {
    try {
      admin.abortTransaction(transaction).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof InvalidProducerEpochException)
          && !(e.getCause() instanceof TransactionCoordinatorFencedException)) {
        throw e;
      }
      LOG.debug("the coordinator was quicker: {}", transaction, e);
    }
  }

  private List<TopicPartition> partitions() throws ExecutionException, InterruptedException {
    Set<String> topics = admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get();
    return admin.describeTopics(topics).allTopicNames().get().values().stream()
        .flatMap(topic ->
            topic.partitions().stream().map(p -> new TopicPartition(topic.name(), p.partition())))
        .toList();
  }

  private static AbortTransactionSpec abortion(TopicPartition partition, ProducerState producer) {
    return new AbortTransactionSpec(
        partition,
        producer.producerId(),
        (short) producer.producerEpoch(),
        producer.coordinatorEpoch().orElse(0));
  }
}
