package io.dateline.ingest;

import io.dateline.ingest.fetch.AddressRules;
import io.dateline.ingest.run.SourceRegistry;
import io.dateline.ingest.source.Feed;
import io.dateline.ingest.source.Source;
import io.dateline.ingest.source.SourceJson;
import io.dateline.model.SourceId;
import io.dateline.runtime.KafkaSettings;
import java.util.List;

/** Adds sources, one by one, to those that are watched. */
public final class SourceDesk {

  private final KafkaSettings kafka;

  /** A desk of a line. */
  public SourceDesk(KafkaSettings kafka) {
    this.kafka = kafka;
  }

  /** What became of a source. */
  public sealed interface Result {}

  /**
   * It is watched from now on.
   *
   * @param source as it is kept
   */
  public record Added(Source source) implements Result {}

  /**
   * It cannot be watched.
   *
   * @param why for people
   */
  public record Refused(String why) implements Result {}

  /**
   * Another source has its id.
   *
   * @param id the id
   */
  public record Taken(SourceId id) implements Result {}

  /**
   * Adds a source that somebody sent: all of it, or only {@code url} and perhaps {@code kind}.
   * Nobody outside may open hosts that are not public.
   */
  public Result add(byte[] json) {
    Source source;
    try {
      source = SourceJson.readSent(json);
    } catch (IllegalArgumentException e) {
      return new Refused(String.valueOf(e.getMessage()));
    }
    for (Feed feed : source.feeds()) {
      String refusal = AddressRules.refusal(feed.url());
      if (refusal != null) {
        return new Refused(refusal + ": " + feed.url());
      }
    }
    return add(source);
  }

  /** Adds a source; one that is there already as it is counts as added. */
  public Result add(Source source) {
    return SourceRegistry.add(kafka, source) ? new Added(source) : new Taken(source.id());
  }

  /** All sources that are watched. */
  public List<Source> all() {
    return SourceRegistry.all(kafka);
  }

  /** Ends watching; false when there is no such source. */
  public boolean remove(SourceId id) {
    boolean known = all().stream().anyMatch(source -> source.id().equals(id));
    SourceRegistry.remove(kafka, id);
    return known;
  }
}
