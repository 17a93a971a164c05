package io.dateline.enrich.streaming;

import io.dateline.enrich.Enricher;
import io.dateline.model.Article;
import io.dateline.model.Reason;
import io.dateline.model.Stage;
import io.dateline.model.ninjs.ArticleCodec;
import io.dateline.model.ninjs.CodecException;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Reads the article and finds its language. An erasure goes on as null. */
final class DetectLanguage
    extends StageProcessor<@Nullable String, byte @Nullable [], String, Step> {
  private final Enricher enricher;

  DetectLanguage(Enricher enricher, EnrichMeters meters) {
    super(meters.of(Stage.DETECT_LANGUAGE));
    this.enricher = enricher;
  }

  @Override
  Record<String, Step> apply(Record<@Nullable String, byte @Nullable []> record) {
    byte[] value = record.value();
    if (value != null) {
      Article article = read(value);
      return record
          .withKey(article.uri().value())
          .withValue(new Step.Tagging(enricher.detectLanguage(article)));
    }
    String uri = record.key();
    if (uri == null || uri.isBlank()) {
      throw new StageFailure(Reason.BAD_NINJS, "an erasure without a key erases nothing");
    }
    return record.withKey(uri).withValue(new Step.Erasure());
  }

  private static Article read(byte[] value) {
    try {
      return ArticleCodec.fromJson(value);
    } catch (CodecException e) {
      throw new StageFailure(e);
    }
  }
}
