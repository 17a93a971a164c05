package io.dateline.enrich.streaming;

import io.dateline.enrich.Draft;
import io.dateline.enrich.Enricher;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.Reason;
import io.dateline.model.Stage;
import io.dateline.model.ninjs.EnrichedCodec;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Tags topics and sends the tagged article on to where its language is grouped. */
final class TagTopics extends StageProcessor<String, Step, Route, byte @Nullable []> {
  private final Enricher enricher;
  private final int maxRecordBytes;
  private final CommitPace pace;

  TagTopics(Enricher enricher, EnrichMeters meters, int maxRecordBytes, CommitPace pace) {
    super(meters.of(Stage.TAG_TOPICS));
    this.enricher = enricher;
    this.maxRecordBytes = maxRecordBytes;
    this.pace = pace;
  }

  @Override
  Record<Route, byte @Nullable []> apply(Record<String, Step> record) {
    if (pace.isDue(record.timestamp())) {
      context().commit();
    }
    return switch (record.value()) {
      case Step.Tagging(var draft) -> tag(record, draft);
      case Step.Erasure erasure ->
          new Record<Route, byte @Nullable []>(
              new Route(Route.EVERYWHERE, record.key()),
              null,
              record.timestamp(),
              Events.erased(record.headers(), record.key()));
    };
  }

  private Record<Route, byte @Nullable []> tag(Record<String, Step> record, Draft draft) {
    EnrichedArticle tagged = enricher.finish(enricher.tagTopics(draft));
    return new Record<Route, byte @Nullable []>(
        new Route(draft.language().primary(), record.key()),
        json(tagged),
        record.timestamp(),
        Events.enriched(record.headers(), tagged.article()));
  }

  /** A record over the limit would fail its whole transaction, so it is refused before. */
  private byte[] json(EnrichedArticle tagged) {
    byte[] json = EnrichedCodec.toJson(tagged);
    if (json.length > maxRecordBytes) {
      throw new StageFailure(
          Reason.TOO_LARGE, json.length + " bytes with tags, limit " + maxRecordBytes);
    }
    return json;
  }
}
