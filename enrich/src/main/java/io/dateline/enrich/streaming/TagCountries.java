package io.dateline.enrich.streaming;

import io.dateline.enrich.Draft;
import io.dateline.enrich.Enricher;
import io.dateline.model.Stage;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Tags countries. */
final class TagCountries
    extends StageProcessor<String, @Nullable Draft, String, @Nullable Draft> {
  private final Enricher enricher;

  TagCountries(Enricher enricher, EnrichMeters meters) {
    super(meters.of(Stage.TAG_COUNTRIES));
    this.enricher = enricher;
  }

  @Override
  Record<String, @Nullable Draft> apply(Record<String, @Nullable Draft> record) {
    Draft draft = record.value();
    return draft == null ? record : record.withValue(enricher.tagCountries(draft));
  }
}
