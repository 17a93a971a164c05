package io.dateline.sink.store;

import io.dateline.model.Tag;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A row of article_tag. */
record TagRow(UUID article, Tag tag) {

  /** Tags of articles that have none stored. */
  static final BulkCopy<TagRow> NEW_TAGS =
      new BulkCopy<>(
          "article_tag",
          List.of(
              new Column<>("article_id", ColumnType.ID, TagRow::article),
              new Column<>("kind", ColumnType.TEXT, r -> r.tag.kind().id()),
              new Column<>("code", ColumnType.TEXT, r -> r.tag.code()),
              new Column<>("relation", ColumnType.TEXT, r -> r.tag.relation().id()),
              new Column<>("name", ColumnType.TEXT, r -> r.tag.name()),
              new Column<>("confidence", ColumnType.SHORT, r -> r.tag.confidence()),
              new Column<>("rule", ColumnType.TEXT, r -> r.tag.rule()),
              new Column<>("inferred", ColumnType.FLAG, r -> r.tag.inferred())));

  private record Key(Tag.Kind kind, String code, Tag.Relation relation) {}

  /** The tags of an article, each kind, code and relation once. */
  static List<TagRow> of(Change.Put put) {
    Set<Key> seen = new HashSet<>();
    return put.article().enrichment().tags().stream()
        .filter(t -> seen.add(new Key(t.kind(), t.code(), t.relation())))
        .map(t -> new TagRow(put.id(), t))
        .toList();
  }
}
