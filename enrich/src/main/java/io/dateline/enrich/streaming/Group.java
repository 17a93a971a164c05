package io.dateline.enrich.streaming;

import io.dateline.enrich.story.Grouping;
import io.dateline.enrich.story.Story;
import io.dateline.model.Article;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.Stage;
import io.dateline.model.ninjs.CodecException;
import io.dateline.model.ninjs.EnrichedCodec;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Puts articles into copy groups and stories. Beside the articles it passes on the news of its
 * stories, keyed {@link Route#ofStory}: all partitions are to hear them; and of an erasure only
 * that this partition has forgotten the article, see {@link HearNews}.
 */
final class Group extends StageProcessor<Route, byte @Nullable [], Route, byte @Nullable []> {
  private final EnrichMeters meters;
  private final InstantSource clock;
  private final CommitPace pace;
  private @Nullable GroupStores stores;

  Group(EnrichMeters meters, InstantSource clock, CommitPace pace) {
    super(meters.of(Stage.GROUP));
    this.meters = meters;
    this.clock = clock;
    this.pace = pace;
  }

  @Override
  public void init(ProcessorContext<Route, byte @Nullable []> context) {
    super.init(context);
    stores = GroupStores.of(context);
  }

  @Override
  Record<Route, byte @Nullable []> apply(Record<Route, byte @Nullable []> record) {
    if (pace.isDue(record.timestamp())) {
      context().commit();
    }
    byte[] value = record.value();
    if (value == null) {
      stores().forget(record.key().uri(), context().currentStreamTimeMs());
      return record.withKey(record.key().erased()).withValue(new byte[0]);
    }
    EnrichedArticle tagged = read(value);
    Grouping grouping = group(tagged, record.timestamp());
    if (!Events.isBackfill(record.headers())) {
      meters.grouped().reached(Instant.ofEpochMilli(record.timestamp()), clock.instant());
    }
    grouping.news().forEach(news -> tell(news, record.timestamp()));
    return record.withValue(EnrichedCodec.grouped(value, grouping.copies(), grouping.story()));
  }

  @Override
  public void close() {
    if (stores != null) {
      GroupStores.end(context());
      stores = null;
    }
  }

  private Grouping group(EnrichedArticle tagged, long timestamp) {
    Article article = tagged.article();
    OffsetDateTime published = article.dates().latest();
    Grouping grouping =
        stores()
            .at(context().currentStreamTimeMs())
            .group(
                article,
                tagged.enrichment().tags(),
                tagged.enrichment().language(),
                published != null ? published.toInstant() : Instant.ofEpochMilli(timestamp));
    stores().keep();
    return grouping;
  }

  private void tell(Story news, long timestamp) {
    context()
        .forward(
            new Record<>(
                Route.ofStory(news.name()),
                StoryCodec.write(news),
                timestamp,
                new RecordHeaders()));
  }

  private GroupStores stores() {
    GroupStores open = stores;
    if (open == null) {
      throw new IllegalStateException("not initialised");
    }
    return open;
  }

  private static EnrichedArticle read(byte[] value) {
    try {
      return EnrichedCodec.fromJson(value);
    } catch (CodecException e) {
      throw new StageFailure(e);
    }
  }
}
