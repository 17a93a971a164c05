package io.dateline.app;

import io.dateline.model.Channel;
import io.dateline.model.ninjs.CodecException;
import io.dateline.model.ninjs.EnrichedCodec;
import io.dateline.model.vocabulary.TopicTable;
import io.dateline.query.TagFilter;
import io.dateline.runtime.KafkaSettings;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
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

  @Option(names = "--topic", split = ",", paramLabel = "CODE|NAME", description = "Media Topics.")
  private Set<String> topics = Set.of();

  @Option(names = "--country", split = ",", paramLabel = "XX", description = "ISO 3166-1 codes.")
  private Set<String> countries = Set.of();

  @Option(names = "--lang", split = ",", paramLabel = "xx", description = "Languages.")
  private Set<String> languages = Set.of();

  @Option(names = "--source", split = ",", paramLabel = "ID", description = "Outlets.")
  private Set<String> sources = Set.of();

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
    TagFilter filter = filter();
    KafkaSettings settings = BackfillCommand.settings(kafka);
    try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(settings.consumer());
        OutputStream out = new FileOutputStream(FileDescriptor.out)) {
      assign(consumer, settings.topic(Channel.ENRICHED));
      long printed = 0;
      while (printed < max) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
          if (printed < max && passes(filter, record)) {
            out.write(record.value());
            out.write('\n');
            printed++;
          }
        }
      }
    }
    return 0;
  }

  private void assign(KafkaConsumer<String, byte[]> consumer, String topic) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(p -> new TopicPartition(p.topic(), p.partition()))
            .toList();
    if (partitions.isEmpty()) {
      throw new UsageException("there is no channel " + topic + " on that Kafka");
    }
    consumer.assign(partitions);
    if (fromStart) {
      consumer.seekToBeginning(partitions);
    } else {
      consumer.seekToEnd(partitions);
    }
  }

  private static boolean passes(TagFilter filter, ConsumerRecord<String, byte[]> record) {
    if (record.value() == null) {
      return false;
    }
    try {
      return filter.isEmpty() || filter.matches(EnrichedCodec.fromJson(record.value()));
    } catch (CodecException e) {
      LOG.warn("{} at {} cannot be read: {}", record.key(), record.offset(), e.getMessage());
      return false;
    }
  }

  private TagFilter filter() {
    TopicTable table = TopicTable.standard();
    return new TagFilter(
        topics.stream().map(name -> code(table, name)).collect(Collectors.toSet()),
        countries.stream().map(c -> c.toUpperCase(Locale.ROOT)).collect(Collectors.toSet()),
        languages.stream().map(l -> l.toLowerCase(Locale.ROOT)).collect(Collectors.toSet()),
        sources);
  }

  private static String code(TopicTable table, String name) {
    if (name.matches("[0-9]{8}")) {
      return name;
    }
    return table
        .byName(name)
        .orElseThrow(() -> new UsageException("--topic '" + name + "' is no Media Topic"))
        .code();
  }
}
