package io.dateline.ingest.run;

import io.dateline.ingest.publish.Partitions;
import io.dateline.ingest.source.Placement;
import io.dateline.ingest.source.Source;
import io.dateline.ingest.source.SourceJson;
import io.dateline.model.Channel;
import io.dateline.model.SourceId;
import io.dateline.runtime.KafkaSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes sources to their channel, each to the partition that {@link Placement} gives it. */
public final class SourceRegistry {

  private static final Logger LOG = LoggerFactory.getLogger(SourceRegistry.class);

  private SourceRegistry() {}

  /** Adds or changes sources; returns when Kafka has them. What is there already is left alone. */
  public static void put(KafkaSettings kafka, List<Source> sources) {
    write(kafka, sources, false);
  }

  /**
   * Makes the channel say what a sources file says: sources that an earlier file brought and this
   * one leaves out are removed; those added otherwise stay.
   */
  public static void sync(KafkaSettings kafka, List<Source> sources) {
    write(kafka, sources, true);
  }

  /** All sources of the channel. */
  public static List<Source> all(KafkaSettings kafka) {
    return SourceDirectory.read(kafka).sources();
  }

  /** Adds a source; false when another has its id. One that is there as it is stays there. */
  public static boolean add(KafkaSettings kafka, Source source) {
    for (Source known : all(kafka)) {
      if (known.id().equals(source.id())) {
        return known.equals(source);
      }
    }
    put(kafka, List.of(source));
    return true;
  }

  private static void write(KafkaSettings kafka, List<Source> sources, boolean file) {
    SourceDirectory directory = SourceDirectory.read(kafka);
    String topic = kafka.topic(Channel.SOURCES);
    try (var producer = new KafkaProducer<String, byte[]>(kafka.producer())) {
      int partitions = producer.partitionsFor(topic).size();
      Map<SourceId, Integer> places =
          new Placement(directory.sources(), directory.partitions())
              .place(sources, site -> Partitions.ofSite(site, partitions));
      Set<SourceId> wanted = new HashSet<>();
      List<Future<?>> sent = new ArrayList<>();
      for (Source source : sources) {
        wanted.add(source.id());
        if (isThere(directory, places, source, file)) {
          continue;
        }
        var line = line(topic, places.get(source.id()), source.id(), SourceJson.write(source));
        if (file) {
          line.headers().add(SourceDirectory.ORIGIN, SourceDirectory.FILE);
        }
        sent.add(producer.send(line));
      }
      for (SourceDirectory.Place stale : stale(directory, places, wanted, file)) {
        sent.add(producer.send(line(topic, stale.partition(), stale.id(), null)));
        LOG.info("source {} is removed from partition {}", stale.id(), stale.partition());
      }
      producer.flush();
      sent.forEach(SourceRegistry::require);
    }
  }

  private static void require(Future<?> sent) {
    if (sent.state() == Future.State.FAILED) {
      throw new KafkaException("the sources channel did not take it", sent.exceptionNow());
    }
  }

  private static boolean isThere(
      SourceDirectory directory, Map<SourceId, Integer> places, Source source, boolean file) {
    Integer place = places.get(source.id());
    return place != null
        && directory.places().contains(new SourceDirectory.Place(place, source, file));
  }

  /** What left the file, and what lies in a second partition from earlier days. */
  private static List<SourceDirectory.Place> stale(
      SourceDirectory directory,
      Map<SourceId, Integer> places,
      Set<SourceId> wanted,
      boolean file) {
    List<SourceDirectory.Place> stale = new ArrayList<>();
    for (SourceDirectory.Place place : directory.places()) {
      Integer right = places.get(place.id());
      boolean left = file && place.fromFile() && !wanted.contains(place.id());
      if (left || (right != null && right != place.partition())) {
        stale.add(place);
      }
    }
    return stale;
  }

  private static ProducerRecord<String, byte[]> line(
      String topic, @Nullable Integer partition, SourceId id, byte @Nullable [] value) {
    return new ProducerRecord<>(topic, partition, id.value(), value);
  }

  /** Removes a source. */
  public static void remove(KafkaSettings kafka, SourceId id) {
    String topic = kafka.topic(Channel.SOURCES);
    SourceDirectory directory = SourceDirectory.read(kafka);
    List<Future<?>> sent = new ArrayList<>();
    try (var producer = new KafkaProducer<String, byte[]>(kafka.producer())) {
      for (SourceDirectory.Place place : directory.places()) {
        if (place.id().equals(id)) {
          sent.add(producer.send(line(topic, place.partition(), id, null)));
        }
      }
      producer.flush();
      sent.forEach(SourceRegistry::require);
    }
  }
}
