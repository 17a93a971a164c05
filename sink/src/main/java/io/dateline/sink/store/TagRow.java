package io.dateline.sink.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dateline.model.Evidence;
import io.dateline.model.Tag;
import io.dateline.sink.store.BulkInsert.Column;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A row of article_tag. */
record TagRow(UUID article, Tag tag) {

  /** Tags of articles whose earlier tags were deleted before. */
  static final BulkInsert<TagRow> INSERT =
      new BulkInsert<>(
          "article_tag",
          List.of(
              new Column<>("article_id", "uuid", TagRow::article),
              new Column<>("kind", "text", r -> r.tag.kind().id()),
              new Column<>("code", "text", r -> r.tag.code()),
              new Column<>("relation", "text", r -> r.tag.relation().id()),
              new Column<>("name", "text", r -> r.tag.name()),
              new Column<>("confidence", "smallint", r -> (short) r.tag.confidence()),
              new Column<>("rule", "text", r -> r.tag.rule()),
              new Column<>("inferred", "boolean", r -> r.tag.inferred()),
              new Column<>("evidence", "jsonb", TagRow::evidence)),
          "");

  private record Key(Tag.Kind kind, String code, Tag.Relation relation) {}

  /** The tags of an article, each kind, code and relation once. */
  static List<TagRow> of(Change.Put put) {
    Set<Key> seen = new HashSet<>();
    return put.article().enrichment().tags().stream()
        .filter(t -> seen.add(new Key(t.kind(), t.code(), t.relation())))
        .map(t -> new TagRow(put.id(), t))
        .toList();
  }

  private String evidence() {
    var array = JsonNodeFactory.instance.arrayNode();
    for (Evidence piece : tag.evidence()) {
      array
          .addObject()
          .put("pointer", piece.pointer())
          .put("start", piece.start())
          .put("end", piece.end())
          .put("words", piece.words().replace("\u0000", ""));
    }
    return array.toString();
  }
}
