package io.dateline.sink.store;

import io.dateline.model.Article;
import io.dateline.model.CopyGroup;
import io.dateline.model.Tag.Kind;
import io.dateline.model.Tag.Relation;
import io.dateline.sink.store.BulkInsert.Column;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of the article tables, made from a {@link Change.Put}. */
final class ArticleTables {

  /** Newest versions. An older one, or the same once more, changes nothing. */
  static final BulkInsert<Change.Put> ARTICLE =
      new BulkInsert<>(
          "article",
          articleColumns(),
          """
          WHERE NOT EXISTS (SELECT FROM article a WHERE a.id = n.id::uuid
            AND (a.version > n.version OR a.version = n.version AND a.pipeline = n.pipeline))
          ON CONFLICT (id) DO UPDATE SET %s, stored_at = clock_timestamp()
          WHERE article.version < excluded.version
             OR article.version = excluded.version AND article.pipeline <> excluded.pipeline
          RETURNING id\
          """
              .formatted(assignments(articleColumns())));

  /** All versions. The same once more changes nothing; another enricher's replaces. */
  static final BulkInsert<Change.Put> VERSION =
      new BulkInsert<>(
          "article_version",
          versionColumns(),
          """
          WHERE NOT EXISTS (SELECT FROM article_version v WHERE v.article_id = n.article_id::uuid
            AND v.version = n.version AND v.pipeline = n.pipeline)
          ON CONFLICT (article_id, version) DO UPDATE SET %s, stored_at = clock_timestamp()
          WHERE article_version.pipeline <> excluded.pipeline\
          """
              .formatted(assignments(versionColumns())));

  private ArticleTables() {}

  private static List<Column<Change.Put>> articleColumns() {
    List<Column<Change.Put>> columns = new ArrayList<>();
    columns.add(new Column<>("id", "uuid", Change.Put::id));
    columns.add(article("uri", "text", Article::uri));
    columns.add(new Column<>("version", "integer", Change.Put::version));
    columns.add(article("status", "text", a -> a.status().id()));
    columns.add(new Column<>("event", "text", ArticleTables::event));
    columns.add(new Column<>("backfill", "boolean", p -> p.headers().backfill()));
    columns.add(new Column<>("pipeline", "text", p -> p.article().enrichment().pipeline()));
    columns.add(
        new Column<>("language", "text", p -> p.article().enrichment().language().primary()));
    columns.add(article("source", "text", a -> a.provenance().source()));
    columns.add(article("section", "text", Article::section));
    columns.add(article("headline", "text", a -> a.text().headline()));
    columns.add(article("summary", "text", a -> a.text().summary()));
    columns.add(article("located", "text", ArticleTables::located));
    columns.add(article("authors", "text[]", a -> joined(a.credits().authors())));
    columns.add(article("agencies", "text[]", a -> joined(a.credits().agencies())));
    addTags(columns);
    addGroups(columns);
    addDates(columns);
    columns.add(
        new Column<>("channel_partition", "integer", p -> p.position().partition().number()));
    columns.add(new Column<>("channel_offset", "bigint", p -> p.position().offset()));
    return columns;
  }

  private static void addTags(List<Column<Change.Put>> columns) {
    columns.add(
        new Column<>(
            "topics",
            "text[]",
            p -> {
              List<String> topics = new ArrayList<>(codes(p, Kind.TOPIC, Relation.ABOUT));
              topics.addAll(codes(p, Kind.TOPIC, Relation.BROADER));
              return joined(topics.stream().distinct().toList());
            }));
    columns.add(codesColumn("topics_about", Kind.TOPIC, Relation.ABOUT));
    columns.add(codesColumn("countries", Kind.COUNTRY, Relation.ABOUT));
    columns.add(codesColumn("countries_mentioned", Kind.COUNTRY, Relation.MENTIONS));
  }

  private static void addGroups(List<Column<Change.Put>> columns) {
    columns.add(
        new Column<>(
            "copy_group",
            "text",
            p -> {
              CopyGroup group = p.article().enrichment().copyGroup();
              return group == null ? null : group.id();
            }));
    columns.add(
        new Column<>(
            "copy_role",
            "text",
            p -> {
              CopyGroup group = p.article().enrichment().copyGroup();
              return group == null ? null : group.role().id();
            }));
    columns.add(
        new Column<>(
            "story",
            "text",
            p -> {
              var story = p.article().enrichment().story();
              return story == null ? null : story.id();
            }));
  }

  private static void addDates(List<Column<Change.Put>> columns) {
    columns.add(new Column<>("sorted_at", "timestamptz", ArticleTables::sortedAt));
    columns.add(
        article("first_published_at", "timestamptz", a -> instant(a.dates().firstCreated())));
    columns.add(article("published_at", "timestamptz", a -> instant(a.dates().latest())));
    columns.add(article("fetched_at", "timestamptz", a -> a.provenance().fetchedAt()));
    columns.add(new Column<>("ingested_at", "timestamptz", Change.Put::ingestedAt));
  }

  private static List<Column<Change.Put>> versionColumns() {
    return List.of(
        new Column<>("article_id", "uuid", Change.Put::id),
        new Column<>("version", "integer", Change.Put::version),
        new Column<>("event", "text", ArticleTables::event),
        new Column<>("event_id", "text", Change.Put::eventId),
        article("status", "text", a -> a.status().id()),
        new Column<>("pipeline", "text", p -> p.article().enrichment().pipeline()),
        new Column<>("sorted_at", "timestamptz", ArticleTables::sortedAt),
        new Column<>("ingested_at", "timestamptz", Change.Put::ingestedAt),
        new Column<>("doc", "json", Change.Put::doc));
  }

  private static Column<Change.Put> article(
      String name, String type, Function<Article, @Nullable Object> value) {
    return new Column<>(name, type, p -> value.apply(p.article().article()));
  }

  private static Column<Change.Put> codesColumn(String name, Kind kind, Relation relation) {
    return new Column<>(name, "text[]", p -> joined(codes(p, kind, relation)));
  }

  private static List<String> codes(Change.Put put, Kind kind, Relation relation) {
    return put.article().enrichment().codes(kind, relation);
  }

  private static String event(Change.Put put) {
    String id = put.headers().type().id();
    return id.substring(id.lastIndexOf('.') + 1);
  }

  private static @Nullable String located(Article article) {
    return article.dateline() == null ? null : article.dateline().located();
  }

  /** The outlet's date, unless it lies in the future. */
  private static Instant sortedAt(Change.Put put) {
    Instant published = instant(put.article().article().dates().latest());
    Instant ingested = put.ingestedAt();
    return published == null || published.isAfter(ingested) ? ingested : published;
  }

  /** Years before 1 or beyond 9999 are mistakes of the page. */
  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null || time.getYear() < 2 || time.getYear() > 9998 ? null : time.toInstant();
  }

  private static String joined(List<String> values) {
    return String.join(BulkInsert.SEPARATOR, values);
  }

  private static String assignments(List<Column<Change.Put>> columns) {
    return columns.stream()
        .map(c -> c.name() + " = excluded." + c.name())
        .collect(Collectors.joining(", "));
  }
}
