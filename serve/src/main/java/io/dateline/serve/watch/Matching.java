package io.dateline.serve.watch;

import io.dateline.model.ArticleUri;
import io.dateline.model.CopyGroup;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.EventHeaders;
import io.dateline.model.ninjs.CodecException;
import io.dateline.model.ninjs.EnrichedCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which watches catch an article. Backfill is never caught, nor what was published before a watch
 * was created; a later version goes to the watches that caught an earlier one, whether or not it
 * still fits them, and an erasure too.
 */
public final class Matching {
  private static final Logger LOG = LoggerFactory.getLogger(Matching.class);

  private final Watches watches;
  private final InstantSource clock;

  /** Over these watches. */
  public Matching(Watches watches, InstantSource clock) {
    this.watches = watches;
    this.clock = clock;
  }

  /** One version of an article and what is told of it. */
  private record Version(
      EnrichedArticle enriched, EventHeaders headers, Instant published, @Nullable String group) {

    UUID article() {
      return enriched.article().uri().id();
    }
  }

  /** The hits of a record of the enriched channel; they count as caught from now on. */
  List<Hit> hits(ConsumerRecord<String, byte[]> record) {
    EventHeaders headers = headers(record);
    if (headers.backfill() || watches.activeCount() == 0) {
      return List.of();
    }
    try {
      if (record.value() == null) {
        return erasures(new ArticleUri(record.key()));
      }
      EnrichedArticle article = EnrichedCodec.fromJson(record.value());
      CopyGroup copies = article.enrichment().copyGroup();
      Instant published = Instant.ofEpochMilli(record.timestamp());
      return hits(new Version(article, headers, published, copies == null ? null : copies.id()));
    } catch (CodecException | IllegalArgumentException e) {
      LOG.warn("{}@{} is not matched: {}", record.key(), record.offset(), e.getMessage());
      return List.of();
    }
  }

  private List<Hit> hits(Version version) {
    Map<String, Watch> wanted = new HashMap<>();
    List<Hit> hits = new ArrayList<>();
    for (Watch watch : watches.matching(version.enriched(), version.published())) {
      wanted.put(watch.id(), watch);
      boolean repeat =
          watch.oncePerText()
              && watches.caught().isRepeat(watch.id(), version.article(), version.group());
      if (!repeat && version.published().toEpochMilli() >= watch.createdAt().toEpochMilli()) {
        hits.add(hit(watch, version, true));
      }
    }
    if (version.headers().type() != EventHeaders.Type.CREATED) {
      for (String id : watches.caught().watchesOf(version.article())) {
        watches
            .find(id)
            .filter(watch -> !watch.paused() && !wanted.containsKey(id))
            .ifPresent(watch -> hits.add(hit(watch, version, false)));
      }
    }
    hits.forEach(hit -> watches.caught().add(hit.watch(), hit.article(), hit.copyGroup()));
    return hits;
  }

  /** They stay caught until the hits are on their channel: an erasure may be read again. */
  private List<Hit> erasures(ArticleUri uri) {
    List<Hit> hits = new ArrayList<>();
    for (String id : watches.caught().watchesOf(uri.id())) {
      watches
          .find(id)
          .filter(watch -> !watch.paused())
          .ifPresent(watch -> hits.add(erasure(watch, uri)));
    }
    return hits;
  }

  private Hit erasure(Watch watch, ArticleUri uri) {
    return new Hit(
        watch.id() + "/" + uri.id() + "/" + Hit.ERASED,
        watch.id(),
        uri.id(),
        uri.value(),
        0,
        "",
        Hit.ERASED,
        clock.instant(),
        List.of(),
        false,
        null);
  }

  private Hit hit(Watch watch, Version version, boolean matching) {
    EnrichedArticle enriched = version.enriched();
    ArticleUri uri = enriched.article().uri();
    int number = enriched.article().version();
    String type = version.headers().type().id();
    return new Hit(
        watch.id() + "/" + uri.id() + "/" + number,
        watch.id(),
        uri.id(),
        uri.value(),
        number,
        enriched.article().text().headline(),
        type.substring(type.lastIndexOf('.') + 1),
        clock.instant(),
        matching ? watches.words(watch, enriched, version.published()) : List.of(),
        matching,
        version.group());
  }

  private static EventHeaders headers(ConsumerRecord<String, byte[]> record) {
    Map<String, String> headers = new HashMap<>();
    record
        .headers()
        .forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
    return EventHeaders.fromMap(headers);
  }
}
