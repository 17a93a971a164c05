package io.dateline.sink.store;

import io.dateline.model.Article;
import io.dateline.model.CopyGroup;
import io.dateline.model.Tag.Kind;
import io.dateline.model.Tag.Relation;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The columns of the article tables, made from a {@link Change.Put}. */
final class ArticleTables {

  /** Articles not stored before. */
  static final BulkCopy<Change.Put> NEW_ARTICLES = new BulkCopy<>("article", articleColumns());

  /** Articles of which an older version is stored. */
  static final BulkUpsert<Change.Put> NEWER_ARTICLES =
      new BulkUpsert<>("article", articleColumns(), "id");

  /** Versions not stored before. */
  static final BulkCopy<Change.Put> NEW_VERSIONS =
      new BulkCopy<>("article_version", versionColumns());

  /** Versions stored before as another enricher left them. */
  static final BulkUpsert<Change.Put> CHANGED_VERSIONS =
      new BulkUpsert<>("article_version", versionColumns(), "article_id, version");

  private ArticleTables() {}

  private static List<Column<Change.Put>> articleColumns() {
    List<Column<Change.Put>> columns = new ArrayList<>();
    columns.add(new Column<>("id", ColumnType.ID, Change.Put::id));
    columns.add(article("uri", ColumnType.TEXT, Article::uri));
    columns.add(new Column<>("version", ColumnType.INT, Change.Put::version));
    columns.add(article("status", ColumnType.TEXT, a -> a.status().id()));
    columns.add(new Column<>("event", ColumnType.TEXT, ArticleTables::event));
    columns.add(new Column<>("backfill", ColumnType.FLAG, p -> p.headers().backfill()));
    columns.add(
        new Column<>("pipeline", ColumnType.TEXT, p -> p.article().enrichment().pipeline()));
    columns.add(
        new Column<>(
            "language", ColumnType.TEXT, p -> p.article().enrichment().language().primary()));
    columns.add(article("source", ColumnType.TEXT, a -> a.provenance().source()));
    columns.add(article("section", ColumnType.TEXT, Article::section));
    columns.add(article("headline", ColumnType.TEXT, a -> a.text().headline()));
    columns.add(article("summary", ColumnType.TEXT, a -> a.text().summary()));
    columns.add(article("located", ColumnType.TEXT, ArticleTables::located));
    columns.add(article("authors", ColumnType.TEXTS, a -> a.credits().authors()));
    columns.add(article("agencies", ColumnType.TEXTS, a -> a.credits().agencies()));
    addTags(columns);
    addGroups(columns);
    addDates(columns);
    columns.add(
        new Column<>("channel_partition", ColumnType.INT, p -> p.position().partition().number()));
    columns.add(new Column<>("channel_offset", ColumnType.LONG, p -> p.position().offset()));
    return columns;
  }

  private static void addTags(List<Column<Change.Put>> columns) {
    columns.add(
        new Column<>(
            "topics",
            ColumnType.TEXTS,
            p -> {
              List<String> topics = new ArrayList<>(codes(p, Kind.TOPIC, Relation.ABOUT));
              topics.addAll(codes(p, Kind.TOPIC, Relation.BROADER));
              return topics.stream().distinct().toList();
            }));
    columns.add(codesColumn("topics_about", Kind.TOPIC, Relation.ABOUT));
    columns.add(codesColumn("countries", Kind.COUNTRY, Relation.ABOUT));
    columns.add(codesColumn("countries_mentioned", Kind.COUNTRY, Relation.MENTIONS));
  }

  private static void addGroups(List<Column<Change.Put>> columns) {
    columns.add(
        new Column<>(
            "copy_group",
            ColumnType.TEXT,
            p -> {
              CopyGroup group = p.article().enrichment().copyGroup();
              return group == null ? null : group.id();
            }));
    columns.add(
        new Column<>(
            "copy_role",
            ColumnType.TEXT,
            p -> {
              CopyGroup group = p.article().enrichment().copyGroup();
              return group == null ? null : group.role().id();
            }));
    columns.add(
        new Column<>(
            "story",
            ColumnType.TEXT,
            p -> {
              var story = p.article().enrichment().story();
              return story == null ? null : story.id();
            }));
  }

  private static void addDates(List<Column<Change.Put>> columns) {
    columns.add(new Column<>("sorted_at", ColumnType.TIME, ArticleTables::sortedAt));
    columns.add(
        article("first_published_at", ColumnType.TIME, a -> instant(a.dates().firstCreated())));
    columns.add(article("published_at", ColumnType.TIME, a -> instant(a.dates().latest())));
    columns.add(article("fetched_at", ColumnType.TIME, a -> a.provenance().fetchedAt()));
    columns.add(new Column<>("ingested_at", ColumnType.TIME, Change.Put::ingestedAt));
  }

  private static List<Column<Change.Put>> versionColumns() {
    return List.of(
        new Column<>("article_id", ColumnType.ID, Change.Put::id),
        new Column<>("version", ColumnType.INT, Change.Put::version),
        new Column<>("event", ColumnType.TEXT, ArticleTables::event),
        new Column<>("event_id", ColumnType.TEXT, Change.Put::eventId),
        article("status", ColumnType.TEXT, a -> a.status().id()),
        new Column<>("pipeline", ColumnType.TEXT, p -> p.article().enrichment().pipeline()),
        new Column<>("sorted_at", ColumnType.TIME, ArticleTables::sortedAt),
        new Column<>("ingested_at", ColumnType.TIME, Change.Put::ingestedAt),
        new Column<>("doc", ColumnType.JSON, Change.Put::doc));
  }

  private static Column<Change.Put> article(
      String name, ColumnType type, Function<Article, @Nullable Object> value) {
    return new Column<>(name, type, p -> value.apply(p.article().article()));
  }

  private static Column<Change.Put> codesColumn(String name, Kind kind, Relation relation) {
    return new Column<>(name, ColumnType.TEXTS, p -> codes(p, kind, relation));
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

  private static Instant sortedAt(Change.Put put) {
    return put.article().article().dates().sortedAt(put.ingestedAt());
  }

  /** Years before 1 or beyond 9999 are mistakes of the page. */
  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null || time.getYear() < 2 || time.getYear() > 9998 ? null : time.toInstant();
  }
}
