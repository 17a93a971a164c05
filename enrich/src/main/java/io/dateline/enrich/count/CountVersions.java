package io.dateline.enrich.count;

import io.dateline.enrich.streaming.SlicedStore;
import io.dateline.model.ArticleUri;
import io.dateline.model.ninjs.CodecException;
import io.dateline.model.ninjs.EnrichedCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells what each record of the enriched channel changes in the counts. It remembers what every
 * article counts for, so that a later version counts in place of an earlier one, an older version
 * that comes late counts for nothing, and what is erased or withdrawn counts no more.
 */
final class CountVersions extends ContextualProcessor<String, byte @Nullable [], String, Numbers> {

  /** Name of its store. */
  static final String STORE = "counted";

  private static final Logger LOG = LoggerFactory.getLogger(CountVersions.class);

  private final Duration kept;
  private @Nullable SlicedStore counted;

  CountVersions(Duration kept) {
    this.kept = kept;
  }

  @Override
  public void init(ProcessorContext<String, Numbers> context) {
    super.init(context);
    counted = new SlicedStore(context.getStateStore(STORE), kept);
  }

  @Override
  public void process(Record<String, byte @Nullable []> record) {
    SlicedStore store = counted;
    if (store == null) {
      throw new IllegalStateException("not initialised");
    }
    store.at(context().currentStreamTimeMs());
    try {
      long key = key(record.key());
      byte[] known = store.get(key);
      Contribution before = known == null ? null : Contribution.read(known);
      byte[] value = record.value();
      if (value == null) {
        store.remove(key);
        tell(before, null);
        return;
      }
      Contribution now =
          Contribution.of(EnrichedCodec.fromJson(value), Instant.ofEpochMilli(record.timestamp()));
      if (before == null || now.version() >= before.version()) {
        store.put(key, now.write());
        tell(before, now);
      }
    } catch (CodecException | IllegalArgumentException e) {
      LOG.warn("{} is not counted: {}", record.key(), e.getMessage());
    }
  }

  /** What is older than counts are kept has no window any more. */
  private void tell(@Nullable Contribution before, @Nullable Contribution now) {
    long oldest = context().currentStreamTimeMs() - kept.toMillis();
    for (Contribution.Change change : Contribution.changes(before, now)) {
      if (change.hour() >= oldest) {
        context()
            .forward(new Record<>(change.tag(), change.by(), change.hour(), new RecordHeaders()));
      }
    }
  }

  /** A record that is none of ours may have no key. */
  private static long key(@Nullable String uri) {
    if (uri == null) {
      throw new IllegalArgumentException("the record has no key");
    }
    UUID id = new ArticleUri(uri).id();
    return id.getMostSignificantBits() ^ id.getLeastSignificantBits();
  }
}
