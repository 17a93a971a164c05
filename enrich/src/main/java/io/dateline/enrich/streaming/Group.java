package io.dateline.enrich.streaming;

import io.dateline.model.CopyGroup;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.Stage;
import io.dateline.model.ninjs.CodecException;
import io.dateline.model.ninjs.EnrichedCodec;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.jspecify.annotations.Nullable;

/** Groups articles that carry exactly the same body, white space and case aside. */
final class Group extends StageProcessor<Route, byte @Nullable [], String, byte @Nullable []> {
  private final EnrichMeters meters;
  private final InstantSource clock;
  private @Nullable WindowStore<String, String> firsts;

  Group(EnrichMeters meters, InstantSource clock) {
    super(meters.of(Stage.GROUP));
    this.meters = meters;
    this.clock = clock;
  }

  @Override
  public void init(ProcessorContext<String, byte @Nullable []> context) {
    super.init(context);
    firsts = context.getStateStore(EnrichTopology.COPIES);
  }

  @Override
  Record<String, byte @Nullable []> apply(Record<Route, byte @Nullable []> record) {
    Record<String, byte @Nullable []> byUri = record.withKey(record.key().uri());
    byte[] value = record.value();
    if (value == null) {
      return byUri;
    }
    EnrichedArticle tagged = read(value);
    CopyGroup copies = copies(tagged, record.timestamp());
    if (!Events.isBackfill(record.headers())) {
      meters.grouped().reached(Instant.ofEpochMilli(record.timestamp()), clock.instant());
    }
    EnrichedArticle grouped =
        new EnrichedArticle(tagged.article(), tagged.enrichment().grouped(copies, null));
    return byUri.withValue(EnrichedCodec.toJson(grouped));
  }

  private CopyGroup copies(EnrichedArticle tagged, long timestamp) {
    String uri = tagged.article().uri().value();
    String hash = bodyHash(tagged);
    String first = first(hash, timestamp);
    if (first == null) {
      store().put(hash, uri, timestamp);
    }
    if (first == null || first.equals(uri)) {
      return new CopyGroup(uri, CopyGroup.Role.FIRST, 100);
    }
    return new CopyGroup(first, CopyGroup.Role.COPY, 100);
  }

  private @Nullable String first(String hash, long timestamp) {
    long from = timestamp - EnrichTopology.COPIES_KEPT.toMillis();
    try (WindowStoreIterator<String> known = store().fetch(hash, from, timestamp)) {
      return known.hasNext() ? known.next().value : null;
    }
  }

  private WindowStore<String, String> store() {
    WindowStore<String, String> store = firsts;
    if (store == null) {
      throw new IllegalStateException("not initialised");
    }
    return store;
  }

  private static EnrichedArticle read(byte[] value) {
    try {
      return EnrichedCodec.fromJson(value);
    } catch (CodecException e) {
      throw new StageFailure(e);
    }
  }

  private static String bodyHash(EnrichedArticle tagged) {
    String body = tagged.article().text().body();
    String text = body.isBlank() ? tagged.article().text().headline() : body;
    String folded = text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(folded.getBytes(StandardCharsets.UTF_8));
      return tagged.enrichment().language().primary() + ":" + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
