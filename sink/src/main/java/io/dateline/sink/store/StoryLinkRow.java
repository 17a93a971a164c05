package io.dateline.sink.store;

import io.dateline.model.StoryRef;
import java.util.Collection;
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
   * The links that articles told, each once as told last. Always in the same order: two sinks that
   * write the same links never wait for each other in a circle.
   */
  static List<StoryLinkRow> of(Collection<Change.Put> puts) {
    Map<Key, StoryLinkRow> rows = new TreeMap<>(Key.ORDER);
    for (Change.Put put : puts) {
      StoryRef story = put.article().enrichment().story();
      if (story != null) {
        story
            .related()
            .forEach(link ->
                rows.put(
                    new Key(story.id(), link.id(), link.rel()),
                    new StoryLinkRow(story.id(), link)));
      }
    }
    return List.copyOf(rows.values());
  }
}
