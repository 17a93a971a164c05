package io.dateline.app;

import io.dateline.model.Channel;
import io.dateline.model.ninjs.CodecException;
import io.dateline.model.ninjs.EnrichedCodec;
import io.dateline.query.MatchableArticle;
import io.dateline.runtime.CannotStartException;
import io.dateline.runtime.KafkaSettings;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code dateline tail}: the enriched channel as lines of JSON. */
@Command(
    name = "tail",
    mixinStandardHelpOptions = true,
    header = "Prints the enriched channel as NDJSON while articles arrive.",
    description = "Several values of one filter are alternatives; filters narrow each other.")
public final class TailCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(TailCommand.class);
  private static final Duration POLL = Duration.ofMillis(500);

  /** How long the first answer of the broker may take. */
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

  @Mixin private final TailFilter filter = new TailFilter();

  @Option(names = "--from-start", description = "Begin with the oldest article still kept.")
  private boolean fromStart;

  @Option(names = "--max", paramLabel = "N", description = "Stop after N articles.")
  private long max = Long.MAX_VALUE;

  @Option(
      names = "--kafka",
      paramLabel = "HOST:PORT",
      description = "The line's Kafka (default: KAFKA_BOOTSTRAP, or the line that runs here).")
  private @Nullable String kafka;

  /** Prints until told to stop. */
  @Override
  public Integer call() throws IOException {
    TailFilter.Checked wanted = filter.check();
    KafkaSettings settings = BackfillCommand.settings(kafka);
    try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings.consumer())) {
      assign(consumer, settings);
      try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
        print(consumer, wanted, out);
      }
    }
    return 0;
  }

  private void print(
      KafkaConsumer<String, byte[]> consumer, TailFilter.Checked wanted, OutputStream out)
      throws IOException {
    long printed = 0;
    while (printed < max) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        if (printed < max && passes(wanted, record)) {
          out.write(record.value());
          out.write('\n');
          printed++;
        }
      }
    }
  }

  private void assign(KafkaConsumer<String, byte[]> consumer, KafkaSettings settings) {
    List<TopicPartition> partitions =
        partitions(consumer, settings).stream()
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
    consumer.assign(partitions);
    if (fromStart) {
      consumer.seekToBeginning(partitions);
    } else {
      consumer.seekToEnd(partitions);
    }
  }

  private static List<PartitionInfo> partitions(
      KafkaConsumer<String, byte[]> consumer, KafkaSettings settings) {
    String topic = settings.topic(Channel.ENRICHED);
    List<PartitionInfo> found;
    try {
      found = consumer.partitionsFor(topic, ANSWER_TIMEOUT);
    } catch (TimeoutException e) {
      throw new CannotStartException("Kafka at " + settings.bootstrap() + " does not answer", e);
    }
    if (found == null || found.isEmpty()) {
      throw new UsageException("Kafka at " + settings.bootstrap() + " has no channel " + topic);
    }
    return found;
  }

  private static boolean passes(TailFilter.Checked wanted, ConsumerRecord<String, byte[]> record) {
    if (record.value() == null) {
      return false;
    }
    if (wanted.passesAll()) {
      return true;
    }
    try {
      Instant published = Instant.ofEpochMilli(record.timestamp());
      return wanted.passes(new MatchableArticle(EnrichedCodec.fromJson(record.value()), published));
    } catch (CodecException e) {
      LOG.warn("{} at {} cannot be read: {}", record.key(), record.offset(), e.getMessage());
      return false;
    }
  }
}
