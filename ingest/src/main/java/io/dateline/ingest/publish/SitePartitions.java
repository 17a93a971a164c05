package io.dateline.ingest.publish;

import io.dateline.ingest.source.Placement;
import io.dateline.ingest.source.Source;
import io.dateline.ingest.source.SourceJson;
import io.dateline.ingest.url.Urls;
import io.dateline.model.Channel;
import io.dateline.runtime.KafkaSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which partition the addresses of a site belong to: that of the source that asks the site. */
public final class SitePartitions {

  private static final Logger LOG = LoggerFactory.getLogger(SitePartitions.class);
  private static final Duration POLL = Duration.ofMillis(100);

  private final Map<String, Integer> sites;
  private final int partitions;

  private SitePartitions(Map<String, Integer> sites, int partitions) {
    this.sites = sites;
    this.partitions = partitions;
  }

  /** As the sources channel has it now. */
  public static SitePartitions read(KafkaSettings kafka, int partitions) {
    Map<String, Integer> sites = new HashMap<>();
    readSources(
        kafka,
        (line, source) -> {
          if (source != null) {
            Placement.sitesOf(source).forEach(site -> sites.put(site, line.partition()));
          }
        });
    return new SitePartitions(sites, partitions);
  }

  /** The partition of an address, whoever finds it. */
  public int of(String url) {
    String site = Urls.site(url);
    Integer known = sites.get(site == null ? url : site);
    return known == null ? Partitions.ofUrl(url, partitions) : known;
  }

  /** Reads the sources channel from its beginning to its end of now; null is a removal. */
  public static void readSources(
      KafkaSettings kafka, BiConsumer<ConsumerRecord<String, byte[]>, @Nullable Source> each) {
    try (var consumer = new KafkaConsumer<String, byte[]>(kafka.consumer())) {
      List<TopicPartition> all =
          consumer.partitionsFor(kafka.topic(Channel.SOURCES)).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      Map<TopicPartition, Long> ends = consumer.endOffsets(all);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        for (ConsumerRecord<String, byte[]> line : consumer.poll(POLL)) {
          accept(line, each);
        }
      }
    }
  }

  private static void accept(
      ConsumerRecord<String, byte[]> line,
      BiConsumer<ConsumerRecord<String, byte[]>, @Nullable Source> each) {
    try {
      each.accept(line, line.value() == null ? null : SourceJson.read(line.value()));
    } catch (IllegalArgumentException e) {
      LOG.warn("sources {}@{}: {}", line.partition(), line.offset(), e.getMessage());
    }
  }
}
