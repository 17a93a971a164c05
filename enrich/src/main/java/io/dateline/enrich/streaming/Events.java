package io.dateline.enrich.streaming;

import io.dateline.enrich.Enricher;
import io.dateline.model.Article;
import io.dateline.model.EventHeaders;
import io.dateline.model.PubStatus;
import io.dateline.model.ninjs.EnrichedCodec;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** CloudEvents headers on their way from the articles to the enriched channel. */
final class Events {

  private Events() {}

  /** The headers of the enriched record: those of the article, with its own id and schema. */
  static Headers enriched(Headers headers, Article article) {
    EventHeaders before = EventHeaders.fromMap(map(headers));
    boolean known = headers.lastHeader("ce_type") != null;
    EventHeaders after =
        new EventHeaders(
            article.uri().value() + "#" + article.version() + "#" + Enricher.PIPELINE,
            known ? before.type() : type(article),
            before.source().isEmpty() ? source(article) : before.source(),
            before.time() != null ? before.time() : time(article),
            EnrichedCodec.SCHEMA,
            before.traceParent(),
            before.backfill());
    return replace(headers, after.toMap());
  }

  /** The headers of an erasure. */
  static Headers erased(Headers headers, String uri) {
    EventHeaders before = EventHeaders.fromMap(map(headers));
    EventHeaders after =
        new EventHeaders(
            uri + "#erased",
            EventHeaders.Type.ERASED,
            before.source().isEmpty() ? "dateline" : before.source(),
            before.time(),
            EnrichedCodec.SCHEMA,
            before.traceParent(),
            before.backfill());
    return replace(headers, after.toMap());
  }

  /** Whether alerts are muted. */
  static boolean isBackfill(Headers headers) {
    return EventHeaders.fromMap(map(headers)).backfill();
  }

  private static EventHeaders.Type type(Article article) {
    if (article.status() == PubStatus.CANCELED) {
      return EventHeaders.Type.WITHDRAWN;
    }
    return article.version() == 1 ? EventHeaders.Type.CREATED : EventHeaders.Type.UPDATED;
  }

  private static String source(Article article) {
    var source = article.provenance().source();
    return source == null ? "dateline" : source.value();
  }

  private static @Nullable String time(Article article) {
    var latest = article.dates().latest();
    return latest == null ? null : latest.toString();
  }

  private static Map<String, String> map(Headers headers) {
    Map<String, String> map = new LinkedHashMap<>();
    for (Header header : headers) {
      byte[] value = header.value();
      if (value != null) {
        map.put(header.key(), new String(value, StandardCharsets.UTF_8));
      }
    }
    return map;
  }

  private static Headers replace(Headers headers, Map<String, String> values) {
    Headers result = new RecordHeaders(headers);
    values.forEach((name, value) -> {
      result.remove(name);
      result.add(name, value.getBytes(StandardCharsets.UTF_8));
    });
    return result;
  }
}
