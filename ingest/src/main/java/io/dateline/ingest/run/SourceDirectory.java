package io.dateline.ingest.run;

import io.dateline.ingest.publish.SitePartitions;
import io.dateline.ingest.source.Source;
import io.dateline.model.SourceId;
import io.dateline.runtime.KafkaSettings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * The sources channel as it is now.
 *
 * @param places every source, perhaps in more than one partition
 */
record SourceDirectory(List<Place> places) {
  static final String ORIGIN = "origin";
  static final byte[] FILE = "file".getBytes(StandardCharsets.UTF_8);

  /**
   * Where a source lies.
   *
   * @param partition of the sources channel
   * @param source as last written there
   * @param fromFile whether a sources file brought it
   */
  record Place(int partition, Source source, boolean fromFile) {
    SourceId id() {
      return source.id();
    }
  }

  SourceDirectory {
    places = List.copyOf(places);
  }

  static SourceDirectory read(KafkaSettings kafka) {
    Map<String, Place> places = new LinkedHashMap<>();
    SitePartitions.readSources(
        kafka,
        (line, source) -> {
          String at = line.partition() + " " + line.key();
          places.remove(at);
          if (source != null) {
            places.put(at, new Place(line.partition(), source, isFromFile(line)));
          }
        });
    return new SourceDirectory(new ArrayList<>(places.values()));
  }

  private static boolean isFromFile(ConsumerRecord<String, byte[]> line) {
    Header origin = line.headers().lastHeader(ORIGIN);
    return origin != null && Arrays.equals(origin.value(), FILE);
  }

  List<Source> sources() {
    return places.stream().map(Place::source).toList();
  }

  /** Where each lies; of two places, the one written last in the lower partition. */
  Map<SourceId, Integer> partitions() {
    Map<SourceId, Integer> partitions = new LinkedHashMap<>();
    places.forEach(p -> partitions.merge(p.id(), p.partition(), Math::min));
    return partitions;
  }
}
