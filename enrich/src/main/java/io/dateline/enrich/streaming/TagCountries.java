package io.dateline.enrich.streaming;

import io.dateline.enrich.Enricher;
import io.dateline.model.Stage;
import org.apache.kafka.streams.processor.api.Record;

/** Tags countries. */
final class TagCountries extends StageProcessor<String, Step, String, Step> {
  private final Enricher enricher;

  TagCountries(Enricher enricher, EnrichMeters meters) {
    super(meters.of(Stage.TAG_COUNTRIES));
    this.enricher = enricher;
  }

  @Override
  Record<String, Step> apply(Record<String, Step> record) {
    return switch (record.value()) {
      case Step.Tagging(var draft) ->
          record.withValue(new Step.Tagging(enricher.tagCountries(draft)));
      case Step.Erasure erasure -> record;
    };
  }
}
