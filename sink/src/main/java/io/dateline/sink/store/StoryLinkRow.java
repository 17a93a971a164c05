package io.dateline.sink.store;

import io.dateline.model.StoryRef;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A row of story_link. */
record StoryLinkRow(String story, StoryRef.Related link) {

  /** Links, told before or not. */
  static final BulkUpsert<StoryLinkRow> LINKS =
      new BulkUpsert<>(
          "story_link",
          List.of(
              new Column<>("story", ColumnType.TEXT, StoryLinkRow::story),
              new Column<>("other", ColumnType.TEXT, r -> r.link.id()),
              new Column<>("rel", ColumnType.TEXT, r -> r.link.rel()),
              new Column<>("score", ColumnType.SHORT, r -> Math.clamp(r.link.score(), 0, 100))),
          "story, other, rel");

  private record Key(String story, String other, String rel) {
    static final Comparator<Key> ORDER =
        Comparator.comparing(Key::story).thenComparing(Key::other).thenComparing(Key::rel);
  }

  /**
   * The links that articles told and those found later, each once as told last. Always in the same
   * order: two sinks that write the same links never wait for each other in a circle.
   */
  static List<StoryLinkRow> of(Batch batch) {
    Map<Key, StoryLinkRow> rows = new TreeMap<>(Key.ORDER);
    for (Change.Put put : batch.versions()) {
      StoryRef story = put.article().enrichment().story();
      if (story != null) {
        story.related().forEach(link -> put(rows, story.id(), link));
      }
    }
    for (Change.Link late : batch.links()) {
      late.links().related().forEach(link -> put(rows, late.links().story(), link));
    }
    return List.copyOf(rows.values());
  }

  private static void put(Map<Key, StoryLinkRow> rows, String story, StoryRef.Related link) {
    rows.put(new Key(story, link.id(), link.rel()), new StoryLinkRow(story, link));
  }
}
