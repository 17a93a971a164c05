package io.dateline.ingest.publish;

import io.dateline.ingest.frontier.Frontier;
import io.dateline.ingest.frontier.Mark;
import io.dateline.model.Channel;
import io.dateline.runtime.KafkaSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;

/**
 * Writes for a backfill beside the live line: it owns no partition and fences nobody. It knows the
 * frontier as it was at the start and what it wrote itself.
 */
public final class ArchiveLedger implements AutoCloseable {
  private final Outbox outbox;
  private final Frontier frontier;

  private ArchiveLedger(Outbox outbox, Frontier frontier) {
    this.outbox = outbox;
    this.frontier = frontier;
  }

  /** Reads the whole frontier. */
  public static ArchiveLedger open(KafkaSettings settings) {
    String id = settings.prefix() + "backfill-" + UUID.randomUUID();
    Producer<String, byte[]> producer = Outbox.producer(settings, id);
    try {
      producer.initTransactions();
      Frontier frontier = new Frontier();
      int partitions = producer.partitionsFor(settings.topic(Channel.FRONTIER)).size();
      for (int partition = 0; partition < partitions; partition++) {
        FrontierReader.open(settings, partition, frontier).close();
      }
      SitePartitions sites = SitePartitions.read(settings, partitions);
      return new ArchiveLedger(new Outbox(producer, settings, m -> sites.of(m.url())), frontier);
    } catch (RuntimeException e) {
      producer.close();
      throw e;
    }
  }

  /** Writes what the drafts decide in one transaction. */
  public List<Entry> write(List<Draft> drafts) {
    List<Entry> entries = new ArrayList<>();
    for (Draft draft : drafts) {
      Entry entry = draft.decide(frontier);
      for (Mark mark : entry.marks()) {
        frontier.put(mark);
      }
      entries.add(entry);
    }
    outbox.commit(entries);
    return entries;
  }

  @Override
  public void close() {
    outbox.close();
  }
}
